"""Meetings in the extranet."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.forum.enums import Shelf
from members.forum.services import open_thread_for
from tests.factories.meetings import AgendaItemFactory, MaterialFactory, MeetingFactory, VideoLinkFactory

pytestmark = pytest.mark.django_db

INDEX = reverse("meetings:index")


@pytest.fixture
def meeting(world):
    meeting = MeetingFactory(network=world.network, title="Lägesbild i praktiken")
    VideoLinkFactory(meeting=meeting)
    return meeting


def page(client, url):
    return client.get(url).content.decode()


def past(**more):
    starts_at = timezone.now() - datetime.timedelta(days=30)
    return MeetingFactory(starts_at=starts_at, **more)


# The list


def test_list_parts_what_is_to_come_from_what_has_been(client, login, world, meeting):
    earlier = past(network=world.network)
    last = MeetingFactory(network=world.network, starts_at=meeting.starts_at + datetime.timedelta(days=90))
    response = login(client, world.amina).get(INDEX)
    assert response.context["upcoming"] == [meeting, last]
    assert response.context["past"] == [earlier]


def test_list_says_when_nothing_is_planned(client, login, world):
    assert "Ingen träff är planerad" in page(login(client, world.amina), INDEX)


def test_list_holds_the_network_that_the_person_looks_at(client, login, world, meeting):
    MeetingFactory(network=world.archive, title="Träff i arkivet")
    assert "Träff i arkivet" not in page(login(client, world.david), INDEX)
    assert "Träff i arkivet" in page(login(client, world.ida), INDEX)


def test_drafts_are_shown_to_coordinators_alone(client, login, world):
    draft = MeetingFactory(network=world.network, title="Ännu inte klar", live=False)
    assert "Ännu inte klar" not in page(login(client, world.amina), INDEX)
    assert client.get(draft.get_absolute_url()).status_code == 404
    login(client, world.david)
    assert "Utkast" in page(client, INDEX)
    assert "Bara nätverksledare ser den" in page(client, draft.get_absolute_url())


# The page


def test_meeting_shows_time_place_link_and_agenda(client, login, world, meeting):
    AgendaItemFactory(meeting=meeting, title="Inledning", speaker="Maja Berg", text="Rad ett\n\nRad två")
    html = page(login(client, world.amina), meeting.get_absolute_url())
    for text in ("Lägesbild i praktiken", "Folkets hus", "Inledning", "Maja Berg", "<p>Rad två</p>", "10:15–11:00"):
        assert text in html
    assert "https://video.example/rum/lindasa" in html
    assert "10:00–16:00" in html


def test_meeting_groups_materials_by_stage_and_by_point(client, login, world, meeting):
    point = AgendaItemFactory(meeting=meeting, title="Föredrag")
    before = MaterialFactory(meeting=meeting, title="Läs före")
    after = MaterialFactory(meeting=meeting, title="Anteckningar", stage="after")
    own = MaterialFactory(meeting=meeting, title="Bilderna", agenda_item=point)
    response = login(client, world.amina).get(meeting.get_absolute_url())
    groups = [(str(group.label), [file.title for file in group.files]) for group in response.context["materials"]]
    assert groups == [("Inför träffen", ["Läs före"]), ("Efter träffen", ["Anteckningar"])]
    assert [[file.title for file in row.files] for row in response.context["agenda"]] == [["Bilderna"]]
    for material in (before, after, own):
        assert reverse("files:download", args=[material.file.uuid]) in response.content.decode()


def test_meeting_without_agenda_materials_and_link_says_so(client, login, world):
    meeting = MeetingFactory(network=world.network, venue="", address="")
    html = page(login(client, world.amina), meeting.get_absolute_url())
    assert "Programmet är inte klart än." in html
    assert "Det finns inget material" in html
    assert "Delta på distans" not in html
    assert "Samtalet om träffen" not in html


def test_meeting_leads_to_its_thread(client, login, world, meeting):
    meeting.thread = open_thread_for(network=world.network, title=meeting.title, by=world.david, shelf=Shelf.MEETINGS)
    meeting.save()
    html = page(login(client, world.amina), meeting.get_absolute_url())
    assert "Samtalet om träffen" in html
    assert meeting.thread.get_absolute_url() in html


def test_coordinator_is_led_to_the_admin_from_a_running_networks_meeting(client, login, world, meeting):
    archived = past(network=world.archive)
    edit = reverse("wagtailsnippets_meetings_meeting:edit", args=[meeting.pk])
    assert edit not in page(login(client, world.amina), meeting.get_absolute_url())
    login(client, world.david)
    assert edit in page(client, meeting.get_absolute_url())
    assert "Ändra träffen" not in page(client, archived.get_absolute_url())


def test_archive_is_readable_for_those_who_took_part(client, login, world):
    meeting = past(network=world.archive, title="Första träffen i Stockholm")
    assert "Första träffen i Stockholm" in page(login(client, world.ida), meeting.get_absolute_url())


@pytest.mark.parametrize("person", ["eva", "fredrik", "gunilla", "henrik", "ida", "johan"])
def test_outsiders_get_404(login, world, meeting, person):
    client = login(Client(), world.people[person])
    for name in ("meeting", "calendar"):
        assert client.get(reverse(f"meetings:{name}", args=[meeting.pk])).status_code == 404


def test_opening_a_meeting_turns_to_its_network(client, login, world, meeting):
    archived = past(network=world.archive)
    login(client, world.david)
    assert client.get(archived.get_absolute_url()).wsgi_request.network == world.archive
    assert client.get(INDEX).context["past"] == [archived]


def test_meeting_is_shown_in_english(client, login, world, meeting):
    html = page(login(client, world.amina), f"/en{meeting.get_absolute_url()}")
    assert '<html lang="en">' in html


# Queries


@pytest.mark.parametrize("count", [1, 50])
def test_meeting_asks_the_database_the_same_for_one_material_and_fifty(
    client, login, world, meeting, count, django_assert_num_queries
):
    for number in range(count):
        point = AgendaItemFactory(meeting=meeting) if number % 2 else None
        MaterialFactory(meeting=meeting, agenda_item=point)
    login(client, world.amina)
    client.get(meeting.get_absolute_url())
    with django_assert_num_queries(8):
        client.get(meeting.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_the_same_for_one_meeting_and_three(
    client, login, world, count, django_assert_num_queries
):
    MeetingFactory.create_batch(count, network=world.network)
    login(client, world.amina)
    client.get(INDEX)
    with django_assert_num_queries(6):
        client.get(INDEX)
