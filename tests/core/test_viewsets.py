"""Every address of a network-owned listing in Wagtail admin, by GET and POST, for who may and who may not."""

import pytest
from django import forms as django_forms
from django.contrib.auth.models import Permission
from django.http import Http404
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.viewsets import viewsets
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from members.meetings.models import Meeting
from members.organisations.models import Organisation
from portal.core.permission_policies import rows_of
from portal.core.viewsets import (
    ACTIONS,
    OwnRowsAlone,
    ScopedDeleteBulkAction,
    ScopedSnippetViewSet,
    forms,
    gate,
    scoped_models,
)
from portal.core.viewsets.snippets import ScopedChooserViewSet
from tests.factories.meetings import AgendaItemFactory, MaterialFactory, MeetingFactory

pytestmark = pytest.mark.django_db

NAMESPACES = ("wagtailsnippets_meetings_meeting", "wagtailsnippetchoosers_meetings_meeting")

# What the coordinator of the meeting's network gets. A view of Wagtail's that is not here fails the test: think of
# who may open it, add it to portal.core.viewsets.gate.ACTIONS, and say here what it answers: (GET, POST).
ANSWERS = {
    "list": (200, 405),
    "list_results": (200, 405),
    "add": (200, 400),
    "edit": (200, 400),
    "copy": (200, 405),
    "delete": (200, 302),
    "inspect": (200, 405),
    "usage": (200, 405),
    "history": (200, 405),
    "history_results": (200, 405),
    "preview_on_add": (200, 200),
    "preview_on_edit": (200, 200),
    "revisions_view": (200, 405),
    "revisions_revert": (200, 400),
    "revisions_compare": (200, 405),
    "revisions_unschedule": (200, 302),
    "unpublish": (200, 302),
    "lock": (405, 302),
    "unlock": (405, 302),
    "materials": (200, 200),
    "material": (200, 200),
    "remove_material": (200, 302),
    "choose": (200, 405),
    "choose_results": (200, 405),
    "chosen": (200, 405),
    "chosen_multiple": (200, 405),
}


def patterns():
    """(namespace, name, the pattern's argument names) of each address of the meeting's viewset and chooser."""
    resolver = get_resolver()
    for namespace in NAMESPACES:
        _prefix, within = resolver.namespace_dict[namespace]
        for pattern in within.url_patterns:
            assert isinstance(pattern, URLPattern)
            yield namespace, pattern.name, tuple(pattern.pattern.regex.groupindex)


PATTERNS = sorted(patterns())


@pytest.fixture
def admin_world(world):
    """The world, with coordinators let into Wagtail admin whoever derives the groups."""
    let_in = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    for name in ("david", "henrik", "eva", "fredrik"):
        world.people[name].user_permissions.add(let_in)
    return world


@pytest.fixture
def meeting(admin_world):
    """A published meeting of the running network with a point of the agenda, a material and two versions."""
    meeting = MeetingFactory(network=admin_world.network, title="Hemlig träff i Lindåsa")
    item = AgendaItemFactory(meeting=meeting)
    MaterialFactory(meeting=meeting, agenda_item=item)
    meeting.save_revision(user=admin_world.david)
    meeting.save_revision(user=admin_world.david).publish()
    meeting.refresh_from_db()
    return meeting


def address(namespace, name, arguments, meeting):
    values = {
        "pk": meeting.pk,
        "revision_id": meeting.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "material_id": meeting.materials.get().pk,
    }
    return reverse(f"{namespace}:{name}", kwargs={argument: values[argument] for argument in arguments})


def test_every_address_of_the_viewset_has_an_expectation():
    assert {name for _namespace, name, _arguments in PATTERNS} == set(ANSWERS)


def test_every_view_of_wagtails_has_an_action():
    assert set(ANSWERS) <= set(ACTIONS) | set(Meeting.snippet_viewset.extra_actions)


@pytest.mark.parametrize(("namespace", "name", "arguments"), PATTERNS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_viewset_answers_the_meetings_own_coordinator(
    client, login, admin_world, meeting, namespace, name, arguments, method
):
    if name in ("delete",):
        meeting.materials.all().delete()
        url = reverse(f"{namespace}:{name}", args=[meeting.pk])
    else:
        url = address(namespace, name, arguments, meeting)
    login(client, admin_world.david)
    response = getattr(client, method)(url, {"id": meeting.pk} if name == "chosen_multiple" else {})
    assert response.status_code == ANSWERS[name][method == "post"]


@pytest.mark.parametrize(("namespace", "name", "arguments"), [row for row in PATTERNS if "pk" in row[2]])
def test_viewset_knows_nothing_of_another_networks_meeting(
    client, login, admin_world, meeting, namespace, name, arguments
):
    before = Revision.objects.count()
    login(client, admin_world.henrik)
    url = address(namespace, name, arguments, meeting)
    for method in ("get", "post", "put", "patch", "delete"):
        response = getattr(client, method)(url)
        assert response.status_code == 404, method
        assert "Hemlig" not in response.content.decode()
    meeting.refresh_from_db()
    assert (meeting.live, meeting.locked, meeting.title) == (True, False, "Hemlig träff i Lindåsa")
    assert (Revision.objects.count(), meeting.materials.count()) == (before, 1)


@pytest.mark.parametrize(("namespace", "name", "arguments"), [row for row in PATTERNS if "pk" not in row[2]])
@pytest.mark.parametrize("method", ["get", "post"])
def test_viewset_shows_no_other_networks_meeting_in_lists(
    client, login, admin_world, meeting, namespace, name, arguments, method
):
    login(client, admin_world.henrik)
    url = reverse(f"{namespace}:{name}")
    response = getattr(client, method)(f"{url}?q=Hemlig&id={meeting.pk}&network={meeting.network_id}")
    assert "Hemlig träff" not in response.content.decode()
    assert "lokal lägesbild" not in response.content.decode()
    if name == "chosen_multiple":
        assert response.status_code == 404


@pytest.mark.parametrize(("namespace", "name", "arguments"), PATTERNS)
def test_viewset_turns_away_those_who_coordinate_nothing(login, admin_world, meeting, namespace, name, arguments):
    url = address(namespace, name, arguments, meeting)
    for person in ("amina", "bo", "gunilla", "ida", "eva", "fredrik"):
        client = login(Client(), admin_world.people[person])
        for response in (client.get(url), client.post(url)):
            assert response.status_code in (302, 403, 404), person
            assert "Hemlig" not in response.content.decode()
    meeting.refresh_from_db()
    assert meeting.live


@pytest.mark.parametrize("person", ["anonymous", "klara"])
def test_viewset_asks_for_login_and_second_factor(client, login, admin_world, meeting, person):
    if person != "anonymous":
        login(client, admin_world.people[person])
    url = reverse("wagtailsnippets_meetings_meeting:edit", args=[meeting.pk])
    assert client.get(url).status_code == 302


def test_list_search_filter_and_export_hold_own_meetings_alone(client, login, confirmed, admin_world, meeting):
    MeetingFactory(network=admin_world.other, title="Träff på skäret")
    confirmed(login(client, admin_world.henrik))
    url = reverse("wagtailsnippets_meetings_meeting:list")
    for query in ("", "?q=träff", f"?network={meeting.network_id}", "?export=csv", "?is_export=1&export=xlsx"):
        response = client.get(url + query)
        assert response.status_code == 200
        text = b"".join(response.streaming_content) if response.streaming else response.content
        assert b"Hemlig" not in text
    assert "Träff på skäret" in client.get(url).content.decode()
    assert "lokal lägesbild" not in client.get(url).content.decode()


# Bulk actions


def bulk(action, *ids):
    url = reverse("wagtail_bulk_action", args=["meetings", "meeting", action])
    return url + "?" + "&".join(f"id={pk}" for pk in ids)


def test_every_bulk_action_on_scoped_models_is_scoped():
    for model in scoped_models():
        found = bulk_action_registry.get_bulk_actions_for_model(model._meta.app_label, model._meta.model_name)
        assert ScopedDeleteBulkAction in found
        assert all(issubclass(action, OwnRowsAlone) for action in found)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "nonsense"])
def test_bulk_actions_know_nothing_of_another_networks_meeting(client, login, admin_world, meeting, action, method):
    own = MeetingFactory(network=admin_world.other)
    login(client, admin_world.henrik)
    for ids in ((meeting.pk,), (own.pk, meeting.pk), ("all", meeting.pk), ("x",), (9**30,)):
        response = getattr(client, method)(bulk(action, *ids))
        assert response.status_code in ((404,) if ids[0] != "all" else (200, 302, 404))
        assert "Hemlig" not in response.content.decode()
    assert Meeting.objects.filter(pk=meeting.pk, live=True).exists()


def test_bulk_delete_of_all_takes_own_meetings_alone(client, login, admin_world, meeting):
    own = MeetingFactory(network=admin_world.other)
    login(client, admin_world.henrik)
    assert client.post(bulk("delete", "all")).status_code == 302
    assert not Meeting.objects.filter(pk=own.pk).exists()
    assert Meeting.objects.filter(pk=meeting.pk).exists()


def test_bulk_delete_spares_archives_and_what_is_used(client, login, admin_world, meeting):
    archived = MeetingFactory(network=admin_world.archive)
    login(client, admin_world.david)
    client.post(bulk("delete", archived.pk))
    listing = reverse("wagtailsnippets_meetings_meeting:list")
    response = client.post(f"{bulk('delete', meeting.pk)}&next={listing}", follow=True)
    assert "Inget togs bort" in response.content.decode()
    assert Meeting.objects.filter(pk__in=[archived.pk, meeting.pk]).count() == 2


def test_bulk_delete_shows_what_it_would_delete(client, login, admin_world, meeting):
    login(client, admin_world.david)
    assert "Hemlig" in client.get(bulk("delete", meeting.pk)).content.decode()


# The archive


@pytest.mark.parametrize(
    ("name", "method", "expected"),
    [
        ("inspect", "get", 200),
        ("history", "get", 200),
        ("usage", "get", 200),
        ("copy", "get", 200),
        ("edit", "get", 302),
        ("edit", "post", 302),
        ("delete", "post", 302),
        ("unpublish", "post", 302),
        ("lock", "post", 302),
    ],
)
def test_archive_is_read_only_for_its_coordinator(client, login, admin_world, name, method, expected):
    meeting = MeetingFactory(network=admin_world.archive)
    login(client, admin_world.david)
    response = getattr(client, method)(reverse(f"wagtailsnippets_meetings_meeting:{name}", args=[meeting.pk]))
    assert response.status_code == expected
    if expected == 302:
        assert response.url == reverse("wagtailadmin_home")
    meeting.refresh_from_db()
    assert meeting.live
    assert not meeting.locked


# The parts


@pytest.mark.parametrize(
    "path",
    [
        "chosen/x/",
        "chosen-multiple/?id=x",
        "chosen-multiple/?id=1&id=x",
        f"chosen/{9**30}/",
        f"chosen-multiple/?id={9**30}",
    ],
)
def test_nonsense_ids_in_the_chooser_are_404(client, login, admin_world, path):
    login(client, admin_world.david)
    assert client.get(f"/admin/snippets/choose/meetings/meeting/{path}").status_code == 404


def test_chosen_meetings_are_told_of(client, login, admin_world, meeting):
    login(client, admin_world.david)
    chooser = reverse("wagtailsnippetchoosers_meetings_meeting:chosen_multiple")
    response = client.get(f"{chooser}?id={meeting.pk}&multiple=1")
    assert response.json()["result"][0]["string"] == "Hemlig träff i Lindåsa"


def test_task_of_another_object_does_not_open_through_ones_own(admin_world, meeting, rf):
    request = rf.get("/")
    request.user = admin_world.david
    with pytest.raises(Http404):
        gate.row_or_404(request, Meeting.snippet_viewset, {"pk": meeting.pk, "task_state_id": 1})


def test_posting_without_a_form_is_a_bad_request(client, login, admin_world):
    login(client, admin_world.david)
    assert client.post(reverse("wagtailsnippets_meetings_meeting:add")).status_code == 400


@pytest.mark.parametrize(
    ("field", "widget"),
    [
        (django_forms.ModelChoiceField(Meeting.objects.all(), widget=django_forms.HiddenInput()), "Select"),
        (
            django_forms.ModelMultipleChoiceField(Meeting.objects.all(), widget=django_forms.MultipleHiddenInput()),
            "SelectMultiple",
        ),
        (django_forms.ModelChoiceField(Meeting.objects.all(), widget=django_forms.RadioSelect()), "RadioSelect"),
    ],
)
def test_fields_offer_own_rows_in_a_plain_list(admin_world, meeting, field, widget):
    forms.narrow(field, admin_world.henrik)
    assert not field.queryset.exists()
    assert type(field.widget).__name__ == widget
    forms.narrow(field, admin_world.david)


def test_fields_of_what_no_network_owns_are_left_alone(admin_world):
    field = django_forms.ModelChoiceField(Permission.objects.all())
    forms.narrow(field, admin_world.henrik)
    assert field.queryset.exists()


def test_form_refuses_what_the_rule_refuses_whatever_was_offered(admin_world, meeting, monkeypatch):
    form_class = Meeting.snippet_viewset.get_form_class(for_update=True)
    data = nested_form_data(
        {"number": 1, "title": "Ny", "starts_at": "2027-01-01 10:00", "ends_at": "2027-01-01 16:00", "venue": "",
         "address": "", "intro": streamfield([]), "agenda_items": inline_formset([]), "go_live_at": "",
         "expire_at": ""}
    )  # fmt: skip
    bare = MeetingFactory(network=admin_world.network)
    form = form_class(data, instance=bare, for_user=admin_world.david)
    assert form.is_valid()
    refused = form_class(data, instance=bare, for_user=admin_world.henrik)
    assert "Du kan inte spara i det här nätverket." in str(refused.errors)


def test_listing_that_knows_no_coordinators_goes_by_visibility(admin_world):
    assert rows_of(Organisation.objects.all(), admin_world.david).count() == Organisation.objects.count()


def test_network_is_chosen_from_the_start_when_there_is_only_one(admin_world):
    form_class = Meeting.snippet_viewset.get_form_class()
    form = form_class(instance=Meeting(), for_user=admin_world.henrik)
    assert form.initial["network"] == admin_world.other.pk
    form = form_class(instance=Meeting(), for_user=admin_world.amina)
    assert not form.fields["network"].queryset.exists()


# No network owns these rows: administrators see all of them, others none in the admin.
FOR_ADMINISTRATORS_ALONE = {"audit.Record", "accounts.User"}


def test_every_listing_of_network_owned_rows_is_scoped():
    """Whatever has `visible_to` is somebody's; a plain viewset would show it to everybody's coordinators."""
    plain = [
        viewset
        for viewset in viewsets.viewsets
        if hasattr(getattr(viewset, "model", None), "_default_manager")
        and hasattr(viewset.model._default_manager, "visible_to")
        and not isinstance(viewset, ScopedSnippetViewSet | ScopedChooserViewSet)
        and viewset.model._meta.label not in FOR_ADMINISTRATORS_ALONE
    ]
    assert plain == []
