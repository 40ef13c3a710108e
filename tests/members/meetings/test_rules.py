"""Who may do what with meetings and materials."""

import pytest

from members.meetings.models import Material, Meeting
from portal.core.access import may
from tests.factories.meetings import MaterialFactory, MeetingFactory

pytestmark = pytest.mark.django_db

WRITING = ("add", "change", "publish", "delete", "lock", "unlock")


def test_coordinator_writes_in_a_running_network_alone(world):
    running, archived = MeetingFactory(network=world.network), MeetingFactory(network=world.archive)
    for verb in WRITING:
        assert may(world.david, f"meetings.{verb}_meeting", running)
        assert not may(world.david, f"meetings.{verb}_meeting", archived)
        assert not may(world.henrik, f"meetings.{verb}_meeting", running)
        assert not may(world.amina, f"meetings.{verb}_meeting", running)
    assert may(world.david, "meetings.administer_meeting", archived)


def test_asked_without_a_meeting_a_rule_answers_for_any(world):
    for verb in WRITING:
        assert may(world.david, f"meetings.{verb}_meeting")
        assert not may(world.eva, f"meetings.{verb}_meeting")


def test_lists_follow_the_networks_and_drafts_the_coordinator(world):
    meeting = MeetingFactory(network=world.network)
    draft = MeetingFactory(network=world.network, live=False)
    MaterialFactory(meeting=meeting)
    MaterialFactory(meeting=draft)
    counts = {
        name: (Meeting.objects.visible_to(person).count(), Material.objects.visible_to(person).count())
        for name, person in world.people.items()
    }
    seen = {name for name, count in counts.items() if count == (1, 1)}
    assert (seen, counts["david"]) == ({"amina", "bo", "cecilia", "klara"}, (2, 2))
    assert {counts[name] for name in ("eva", "fredrik", "gunilla", "henrik", "ida", "johan")} == {(0, 0)}


def test_lists_in_admin_hold_what_the_person_coordinates(world):
    meeting = MeetingFactory(network=world.archive)
    assert list(Meeting.objects.coordinated_by(world.david)) == [meeting]
    assert list(Meeting.objects.coordinated_by(world.ida)) == []
