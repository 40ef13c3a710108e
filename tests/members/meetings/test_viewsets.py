"""A coordinator's work with meetings in Wagtail admin."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from members.audit.models import Record
from members.files.models import PrivateFile
from members.meetings.enums import Stage
from members.meetings.models import Material, Meeting, VideoLink
from tests.factories.files import upload
from tests.factories.meetings import AgendaItemFactory, MaterialFactory, MeetingFactory, VideoLinkFactory

pytestmark = pytest.mark.django_db

SNIPPET = "wagtailsnippets_meetings_meeting"


@pytest.fixture
def david(client, login, world):
    """The coordinator, logged in and let into Wagtail admin."""
    let_in = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    for name in ("david", "henrik"):
        world.people[name].user_permissions.add(let_in)
    login(client, world.david)
    return world.david


def item(title, starts_at="10:15", pk="", **more):
    return {"title": title, "starts_at": starts_at, "ends_at": "", "speaker": "", "text": "", "id": pk, **more}


def form(network, agenda=(), *, initial=0, **changes):
    """What the browser posts from the meeting's form."""
    data = {
        "network": network.pk,
        "number": 3,
        "title": "Lägesbild i praktiken",
        "starts_at": "2026-12-10 10:00",
        "ends_at": "2026-12-10 16:00",
        "venue": "Folkets hus",
        "address": "",
        "intro": streamfield([("paragraph", rich_text("<p>Välkomna!</p>"))]),
        "agenda_items": inline_formset(list(agenda), initial=initial),
        "go_live_at": "",
        "expire_at": "",
        **changes,
    }
    return nested_form_data(data)


def url(name, *args):
    return reverse(f"{SNIPPET}:{name}", args=args)


def errors(response):
    return response.context["form"].errors


# Drafts and publishing


def test_new_meeting_is_a_draft_that_participants_do_not_see(client, david, world):
    response = client.post(url("add"), form(world.network, [item("Inledning")]))
    meeting = Meeting.objects.get()
    assert response.url == url("edit", meeting.pk)
    assert (meeting.live, meeting.network, meeting.agenda_items.get().title) == (False, world.network, "Inledning")
    assert Meeting.objects.visible_to(world.amina).count() == 0
    assert Meeting.objects.visible_to(world.david).count() == 1


def test_publishing_shows_the_meeting_and_is_recorded(client, david, world):
    client.post(url("add"), form(world.network, [item("Inledning")], **{"action-publish": "1"}))
    assert Meeting.objects.visible_to(world.amina).get().live
    record = Record.objects.get(action="meetings.publish")
    assert (record.actor_id, record.network_id) == (str(world.david.pk), str(world.network.pk))


def test_publishing_opens_the_meetings_thread_once_and_keeps_its_title(client, david, world):
    client.post(url("add"), form(world.network, **{"action-publish": "1"}))
    meeting = Meeting.objects.get()
    thread = meeting.thread
    assert (thread.title, thread.network) == ("Lägesbild i praktiken", world.network)
    client.post(url("edit", meeting.pk), form(world.network, title="Ny rubrik", **{"action-publish": "1"}))
    meeting.refresh_from_db()
    thread.refresh_from_db()
    assert (meeting.thread, thread.title) == (thread, "Ny rubrik")


def test_unpublishing_hides_the_meeting_and_is_recorded(client, david, world):
    meeting = MeetingFactory(network=world.network)
    client.post(url("unpublish", meeting.pk))
    assert Meeting.objects.visible_to(world.amina).count() == 0
    assert Record.objects.filter(action="meetings.unpublish", actor_id=str(world.david.pk)).exists()


def test_deleting_is_recorded(client, david, world):
    meeting = MeetingFactory(network=world.network)
    client.post(url("delete", meeting.pk))
    assert not Meeting.objects.exists()
    assert Record.objects.filter(action="meetings.delete", object_id=str(meeting.pk)).exists()


def test_meeting_with_material_is_not_deleted(client, david, world):
    material = MaterialFactory(meeting__network=world.network)
    response = client.post(url("delete", material.meeting_id), follow=True)
    assert "Det gick inte att ta bort" in response.content.decode()
    assert Meeting.objects.exists()


def test_scheduled_publishing_waits_for_its_time(client, david, world):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    client.post(
        url("add"),
        form(world.network, go_live_at=tomorrow.strftime("%Y-%m-%d %H:%M"), **{"action-publish": "1"}),
    )
    meeting = Meeting.objects.get()
    assert not meeting.live
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        call_command("publish_scheduled")
    assert Meeting.objects.visible_to(world.amina).get().live
    assert Record.objects.get(action="meetings.publish").actor_id == ""


def test_change_of_a_published_meeting_is_seen_when_it_is_published(client, david, world):
    meeting = MeetingFactory(network=world.network, title="Första träffen")
    client.post(url("edit", meeting.pk), form(world.network, title="Ny rubrik"))
    meeting.refresh_from_db()
    assert (meeting.title, meeting.has_unpublished_changes) == ("Första träffen", True)
    client.post(url("edit", meeting.pk), form(world.network, title="Ny rubrik", **{"action-publish": "1"}))
    meeting.refresh_from_db()
    assert (meeting.title, meeting.has_unpublished_changes) == ("Ny rubrik", False)


def test_agenda_item_keeps_its_identity_through_versions(client, david, world):
    meeting = MeetingFactory(network=world.network)
    publish = {"action-publish": "1"}
    client.post(url("edit", meeting.pk), form(world.network, [item("Inledning")], **publish))
    first = meeting.agenda_items.get()
    shown = client.get(url("edit", meeting.pk)).context["form"].formsets["agenda_items"].forms[0].instance
    pk = shown.pk or ""
    client.post(
        url("edit", meeting.pk),
        form(
            world.network,
            [item("Inledning, ny rubrik", pk=pk), item("Samtal", "11:00")],
            initial=1 if pk else 0,
            **publish,
        ),
    )
    assert [row.title for row in meeting.agenda_items.all()] == ["Inledning, ny rubrik", "Samtal"]
    assert meeting.agenda_items.all()[0].uuid == first.uuid


def test_agenda_item_with_material_cannot_be_dropped(client, david, world):
    meeting = MeetingFactory(network=world.network)
    needed = AgendaItemFactory(meeting=meeting, title="Föredrag")
    MaterialFactory(meeting=meeting, agenda_item=needed)
    dropped = item("Föredrag", pk=needed.pk, DELETE="on")
    response = client.post(
        url("edit", meeting.pk), form(world.network, [dropped], initial=1, **{"action-publish": "1"})
    )
    assert "Föredrag" in str(errors(response))
    assert meeting.agenda_items.get() == needed


def test_going_back_to_a_version_without_the_item_is_refused_while_it_has_material(client, david, world):
    meeting = MeetingFactory(network=world.network)
    bare = meeting.save_revision()
    needed = AgendaItemFactory(meeting=meeting, title="Föredrag")
    MaterialFactory(meeting=meeting, agenda_item=needed)
    response = client.post(url("revisions_revert", meeting.pk, bare.pk), form(world.network, **{"action-publish": "1"}))
    assert "Föredrag" in str(errors(response))


def test_publishing_an_old_version_leaves_thread_and_network_alone(client, david, world):
    meeting = MeetingFactory(network=world.network)
    revision = meeting.save_revision()
    revision.content["network"] = world.other.pk
    revision.content["is_demonstration"] = True
    revision.save()
    revision.publish()
    meeting.refresh_from_db()
    assert (meeting.network, meeting.is_demonstration) == (world.network, False)


def test_meeting_must_end_after_it_begins(client, david, world):
    response = client.post(url("add"), form(world.network, ends_at="2026-12-10 09:00"))
    assert list(errors(response)) == ["ends_at"]


# Networks


def test_form_offers_running_networks_that_the_coordinator_runs(client, david, world):
    field = client.get(url("add")).context["form"].fields["network"]
    assert [network.pk for network in field.queryset] == [world.network.pk]


@pytest.mark.parametrize("name", ["other", "archive"])
def test_posted_network_of_others_is_refused_without_naming_it(client, david, world, name):
    network = getattr(world, name)
    response = client.post(url("add"), form(network))
    assert list(errors(response)) == ["network"]
    assert network.name not in response.content.decode()
    assert not Meeting.objects.exists()


def test_meeting_stays_in_its_network(client, david, world):
    meeting = MeetingFactory(network=world.network)
    client.post(url("edit", meeting.pk), form(world.other, **{"action-publish": "1"}))
    meeting.refresh_from_db()
    assert meeting.network == world.network


def test_copy_starts_from_the_meeting_and_leaves_it_alone(client, david, world):
    meeting = MeetingFactory(network=world.network, title="Förlagan")
    AgendaItemFactory(meeting=meeting, title="Inledning")
    response = client.get(url("copy", meeting.pk))
    assert "Förlagan" in response.content.decode()
    assert client.post(url("copy", meeting.pk), form(world.network)).status_code == 405


def test_preview_shows_the_draft_as_participants_would_see_it(client, david, world):
    data = form(world.network, [item("Bara i utkastet")])
    assert client.post(url("preview_on_add"), data).json() == {"is_valid": True, "is_available": True}
    assert "Bara i utkastet" in client.get(url("preview_on_add")).content.decode()
    meeting = MeetingFactory(network=world.network)
    client.post(url("preview_on_edit", meeting.pk), data)
    response = client.get(url("preview_on_edit", meeting.pk))
    assert "Bara i utkastet" in response.content.decode()
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_preview_of_another_networks_meeting_cannot_be_posted(client, david, world):
    response = client.post(url("preview_on_add"), form(world.other))
    assert response.json()["is_valid"] is False


def test_inspecting_shows_the_facts(client, david, world):
    meeting = MeetingFactory(network=world.archive, venue="Stockholm")
    assert "Stockholm" in client.get(url("inspect", meeting.pk)).content.decode()


# Materials and the video link


def test_several_files_are_uploaded_at_once(client, david, world):
    meeting = MeetingFactory(network=world.network)
    point = AgendaItemFactory(meeting=meeting)
    data = {
        "upload": "1",
        "files": [upload("Dagordning.pdf"), upload("Underlag.pdf")],
        "stage": Stage.AFTER,
        "agenda_item": point.pk,
    }
    assert client.post(url("materials", meeting.pk), data).url == url("materials", meeting.pk)
    rows = list(Material.objects.values_list("title", "stage", "agenda_item__pk", "file__kind"))
    assert rows == [
        ("Dagordning", "after", point.pk, "meetings.material"),
        ("Underlag", "after", point.pk, "meetings.material"),
    ]
    assert Record.objects.filter(action="meetings.add_material", actor_id=str(world.david.pk)).count() == 2
    assert "Dagordning" in client.get(url("materials", meeting.pk)).content.decode()


def test_refused_file_keeps_none_of_them(client, david, world):
    meeting = MeetingFactory(network=world.network)
    data = {"upload": "1", "files": [upload("Bra.pdf"), upload("virus.exe", b"MZ")], "stage": Stage.BEFORE}
    response = client.post(url("materials", meeting.pk), data)
    assert "virus.exe: Filer av typen .exe kan inte laddas upp" in response.content.decode()
    assert (Material.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_title_is_for_a_single_file(client, david, world):
    meeting = MeetingFactory(network=world.network)
    client.post(
        url("materials", meeting.pk), {"upload": "1", "files": [upload()], "stage": "before", "title": "Kallelse"}
    )
    assert Material.objects.get().title == "Kallelse"


def test_point_of_another_meeting_is_refused(client, david, world):
    meeting = MeetingFactory(network=world.network)
    foreign = AgendaItemFactory(meeting__network=world.other)
    data = {"upload": "1", "files": [upload()], "stage": "before", "agenda_item": foreign.pk}
    response = client.post(url("materials", meeting.pk), data)
    assert list(response.context["upload_form"].errors) == ["agenda_item"]


def test_material_is_renamed_and_moved(client, david, world):
    material = MaterialFactory(meeting__network=world.network)
    point = AgendaItemFactory(meeting=material.meeting)
    address = url("material", material.meeting_id, material.pk)
    assert material.title in client.get(address).content.decode()
    client.post(address, {"title": "Nytt namn", "stage": "during", "agenda_item": point.pk})
    material.refresh_from_db()
    assert (material.title, material.stage, material.agenda_item) == ("Nytt namn", "during", point)
    assert client.post(address, {"title": "", "stage": "during"}).status_code == 200


def test_material_is_removed_with_its_file(client, david, world, django_capture_on_commit_callbacks):
    material = MaterialFactory(meeting__network=world.network)
    storage, name = material.file.file.storage, material.file.file.name
    address = url("remove_material", material.meeting_id, material.pk)
    assert material.title in client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)
    assert (Material.objects.count(), PrivateFile.objects.count(), storage.exists(name)) == (0, 0, False)


def test_material_is_reached_through_its_own_meeting_alone(client, david, world):
    meeting = MeetingFactory(network=world.network)
    foreign = MaterialFactory(meeting__network=world.other)
    for name in ("material", "remove_material"):
        assert client.post(url(name, meeting.pk, foreign.pk)).status_code == 404
    assert Material.objects.filter(pk=foreign.pk).exists()


def test_video_link_is_kept_outside_the_versions(client, david, world):
    meeting = MeetingFactory(network=world.network)
    client.post(url("materials", meeting.pk), {"save_link": "1", "url": "https://video.example/rum"})
    assert VideoLink.objects.get().url == "https://video.example/rum"
    assert "video.example" not in str(meeting.save_revision().content)
    client.post(url("materials", meeting.pk), {"save_link": "1", "url": ""})
    assert not VideoLink.objects.exists()


def test_video_link_must_be_an_address(client, david, world):
    link = VideoLinkFactory(meeting__network=world.network)
    response = client.post(url("materials", link.meeting_id), {"save_link": "1", "url": "inte en länk"})
    assert list(response.context["link_form"].errors) == ["url"]
    link.refresh_from_db()
    assert link.url == "https://video.example/rum/lindasa"


def test_listing_leads_to_the_materials(client, david, world):
    running, archived = MeetingFactory(network=world.network), MeetingFactory(network=world.archive)
    page = client.get(url("list")).content.decode()
    assert url("materials", running.pk) in page
    assert url("materials", archived.pk) not in page
    assert url("edit", archived.pk) not in page
    assert url("inspect", archived.pk) in page
