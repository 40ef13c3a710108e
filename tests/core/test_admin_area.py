"""All of Wagtail admin: scripts from our own files alone, and each person in their own part of it."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminPageChooser, AdminTimeInput
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtail.documents import get_document_model
from wagtail.models import Page

from members.meetings.models import Meeting
from portal.core.permission_policies import RulesPermissionPolicy
from portal.core.wagtail_hooks import public_pages_for_links
from tests.factories.files import PDF
from tests.factories.meetings import MaterialFactory, MeetingFactory

pytestmark = pytest.mark.django_db

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+=", re.IGNORECASE)

FOR_ADMINISTRATORS = [
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:site_history_results",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:page_types_usage",
]
NOT_FOR_COORDINATORS = [
    *FOR_ADMINISTRATORS,
    "wagtailadmin_explore_root",
    "wagtailadmin_pages:search",
    "wagtailadmin_api:pages:listing",
    "wagtailimages:index",
    "wagtailimages:add",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:add_multiple",
    "wagtailsnippets:index",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_workflows:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_choose_page_chosen_multiple",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailsites:index",
    "wagtailredirects:index",
]


@pytest.fixture
def coordinator(client, login, world):
    """David, logged in and let into Wagtail admin."""
    let_in = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    for name in ("david", "eva", "fredrik"):
        world.people[name].user_permissions.add(let_in)
    login(client, world.david)
    return world.david


# Scripts


@pytest.mark.parametrize("name", ["list", "add", "edit", "history", "usage", "delete", "inspect", "materials"])
def test_admin_prints_no_inline_script(client, world, coordinator, name):
    meeting = MaterialFactory(meeting__network=world.network).meeting
    args = [] if name in ("list", "add") else [meeting.pk]
    html = client.get(reverse(f"wagtailsnippets_meetings_meeting:{name}", args=args)).content.decode()
    assert INLINE_SCRIPT.findall(html) == []
    assert HANDLER.findall(html) == []
    assert "js/admin-widgets.js" in html


def test_admin_has_its_own_policy(client, coordinator):
    policy = client.get(reverse("wagtailadmin_home")).headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert directives["script-src"] == "'self'"
    assert directives["default-src"] == "'none'"
    assert directives["frame-ancestors"] == "'self'"
    assert "unsafe-inline" in directives["style-src"]


def test_pages_outside_the_admin_keep_the_strict_policy(client, coordinator):
    policy = client.get(reverse("meetings:index")).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("widget", "constructor"),
    [
        (AdminDateInput(), "initDateChooser"),
        (AdminTimeInput(), "initTimeChooser"),
        (AdminDateTimeInput(), "initDateTimeChooser"),
        (AdminPageChooser(), "PageChooser"),
        (AdminTaskChooser(), "createTaskChooser"),
    ],
)
def test_widget_says_what_to_start_instead_of_starting_it(widget, constructor):
    html = widget.render("field", None, {"id": "id_form-__prefix__-field"})
    assert "<script" not in html
    assert f'data-admin-widget-name-value="{constructor}"' in html
    assert 'data-admin-widget-id-value="id_form-__prefix__-field"' in html


def test_chooser_without_an_id_is_a_mistake():
    with pytest.raises(TypeError):
        AdminPageChooser().render("page", None, {})


def test_widget_names_are_those_that_the_script_starts():
    from pathlib import Path

    from django.contrib.staticfiles import finders

    script = Path(finders.find("js/admin-widgets.js")).read_text()
    for name in ("initDateChooser", "initTimeChooser", "initDateTimeChooser", "InlinePanel", "PageChooser"):
        assert f'"{name}"' in script


# Who comes where


@pytest.mark.parametrize("name", NOT_FOR_COORDINATORS)
def test_coordinator_is_turned_away_from_what_is_not_theirs(client, coordinator, name):
    for method in ("get", "post"):
        assert getattr(client, method)(reverse(name)).url == reverse("wagtailadmin_home")
    asked_by_script = client.get(reverse(name), headers={"X-Requested-With": "XMLHttpRequest"})
    assert asked_by_script.status_code == 403


@pytest.mark.parametrize("name", FOR_ADMINISTRATORS)
def test_reports_are_for_administrators(client, login, world, coordinator, name):
    for person, status in (("eva", 302), ("fredrik", 200)):
        login(client, world.people[person])
        assert client.get(reverse(name)).status_code in (status, 302)


def test_administrator_reads_the_site_history(client, login, world, coordinator):
    login(client, world.fredrik)
    assert client.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


def test_coordinators_menu_holds_their_own_entries_alone(client, coordinator):
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    menu = html.partition('id="wagtail-sidebar-props"')[2].partition("</script>")[0]
    assert reverse("wagtailsnippets_meetings_meeting:list") in menu
    for name in ("wagtailadmin_explore_root", "wagtailimages:index", "wagtaildocs:index", "wagtailadmin_pages:search"):
        assert f'"{reverse(name)}"' not in menu
    assert reverse("wagtailadmin_reports:site_history") not in menu
    assert "wagtail.org" not in menu
    assert 'role="search"' not in html


def test_bulk_actions_on_pages_are_not_for_coordinators(client, coordinator):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert client.post(f"{url}?id={Page.objects.last().pk}").url == reverse("wagtailadmin_home")


def test_page_chooser_names_public_pages_alone(client, coordinator, rf):
    root = Page.objects.get(depth=1)
    shown = root.add_child(instance=Page(title="Öppen sida", slug="oppen"))
    hidden = root.add_child(instance=Page(title="Hemligt utkast", slug="utkast", live=False))
    html = client.get(reverse("wagtailadmin_choose_page")).content.decode()
    assert "Hemligt utkast" not in html
    assert client.get(reverse("wagtailadmin_choose_page_child", args=[shown.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_choose_page_child", args=[hidden.pk])).status_code == 404
    found = client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Hemligt"}).content.decode()
    assert "Hemligt utkast" not in found


def test_those_with_a_say_over_pages_may_link_to_any(django_user_model):
    request = RequestFactory().get("/")
    request.user = django_user_model.objects.create_superuser("rot@cast.example", "hemligt-nog-1234")
    assert public_pages_for_links(Page.objects.all(), request).count() == Page.objects.count()


def test_presence_of_others_in_another_networks_meeting_is_not_told(client, login, world, coordinator):
    meeting = MeetingFactory(network=world.other)
    url = reverse("wagtailadmin_editing_sessions:ping", args=["meetings", "meeting", meeting.pk, 1])
    assert client.post(url).status_code == 404


# The policy


def test_finder_gives_no_address_for_another_networks_meeting(world):
    own, foreign = MeetingFactory(network=world.network), MeetingFactory(network=world.other)
    finder = AdminURLFinder(world.david)
    assert finder.get_edit_url(own) == reverse("wagtailsnippets_meetings_meeting:edit", args=[own.pk])
    assert finder.get_edit_url(foreign) is None
    assert AdminURLFinder().get_edit_url(foreign) is not None


def test_policy_answers_row_by_row(world):
    policy = RulesPermissionPolicy(Meeting)
    own, foreign = MeetingFactory(network=world.network), MeetingFactory(network=world.other)
    assert policy.user_has_permission(world.david, "change")
    assert not policy.user_has_permission(world.amina, "change")
    assert policy.user_has_permission_for_instance(world.david, "change", own)
    assert not policy.user_has_permission_for_instance(world.david, "change", foreign)
    assert list(policy.instances_user_has_any_permission_for(world.david, ["change"])) == [own]
    assert not policy.instances_user_has_any_permission_for(world.amina, ["change"]).exists()
    assert not policy.users_with_any_permission(["change"]).exists()


def test_policy_never_takes_a_misspelled_action_for_no(world):
    with pytest.raises(KeyError):
        RulesPermissionPolicy(Meeting).user_has_permission(world.david, "chnage")


def test_looking_at_drafts_is_asked_for_as_change_where_there_is_no_rule(world, monkeypatch):
    monkeypatch.setattr("portal.core.permission_policies.rules.perm_exists", lambda name: "administer" not in name)
    assert RulesPermissionPolicy(Meeting).permission_for("administer") == "meetings.change_meeting"


def test_viewset_with_an_unknown_view_refuses_to_start():
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import path

    from portal.core.viewsets import gated

    with pytest.raises(ImproperlyConfigured, match="'nytt'"):
        gated(path("nytt/", lambda request: None, name="nytt"), Meeting.snippet_viewset)


def test_policy_says_no_to_what_the_model_has_not(world):
    from members.forum.models import Category

    assert RulesPermissionPolicy(Category).user_has_permission(world.david, "publish") is False


def test_document_chooser_lists_nothing_of_others(client, coordinator):
    document = get_document_model()(title="Hemligt underlag")
    document.file.save("underlag.pdf", ContentFile(PDF))
    response = client.get(reverse("wagtaildocs_chooser:choose"))
    assert response.status_code == 200
    assert "Hemligt underlag" not in response.json()["html"]
    assert client.get(reverse("wagtaildocs_chooser:chosen", args=[document.pk])).url == reverse("wagtailadmin_home")
