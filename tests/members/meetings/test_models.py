"""What the database holds of meetings."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from members.meetings.models import AgendaItem, Meeting
from tests.factories.meetings import AgendaItemFactory, MaterialFactory, MeetingFactory, VideoLinkFactory
from tests.factories.organisations import NetworkFactory

pytestmark = pytest.mark.django_db


def test_meeting_ends_after_it_starts():
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingFactory(starts_at=now, ends_at=now)
    assert not Meeting.objects.exists()


def test_one_meeting_per_number_in_network():
    first = MeetingFactory(number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingFactory(number=1, network=first.network)
    MeetingFactory(number=1, network=NetworkFactory())
    assert Meeting.objects.count() == 2


def test_agenda_item_with_material_is_protected():
    material = MaterialFactory()
    item = AgendaItemFactory(meeting=material.meeting)
    material.agenda_item = item
    material.save()
    with pytest.raises(ProtectedError):
        item.delete()
    assert AgendaItem.objects.filter(pk=item.pk).exists()


def test_video_link_goes_with_its_meeting():
    link = VideoLinkFactory()
    link.meeting.delete()
    assert not type(link).objects.exists()


def test_meetings_are_known_by_their_titles():
    material = MaterialFactory(title="Underlag", meeting__title="Träffen")
    assert str(material) == "Underlag"
    assert str(AgendaItemFactory(title="Inledning")) == "Inledning"
    assert str(VideoLinkFactory(meeting=material.meeting)) == str(material.meeting) == "Träffen"


def test_meetings_are_parted_by_time_and_publishing():
    now = timezone.now()
    past = MeetingFactory(starts_at=now - datetime.timedelta(days=2))
    later = MeetingFactory(starts_at=now + datetime.timedelta(days=9))
    soon = MeetingFactory(starts_at=now - datetime.timedelta(hours=1), live=False)
    assert list(Meeting.objects.upcoming()) == [soon, later]
    assert list(Meeting.objects.past()) == [past]
    assert set(Meeting.objects.published()) == {past, later}
