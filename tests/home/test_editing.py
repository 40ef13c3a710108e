"""What editors and administrators do with the public pages in Wagtail's admin."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction, Site, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import InvitationMeeting, InvitationPage, NewsPage, PortalSettings
from members.audit.models import Record
from tests.factories.home import (
    InvitationContactFactory,
    InvitationMeetingFactory,
    InvitationPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)
from tests.factories.organisations import NetworkFactory


@pytest.fixture
def editor(client, world, site, login):
    """A browser in which eva the editor has logged in."""
    return login(client, world.eva)


def add_address(parent, model):
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def news_form(**changes):
    return nested_form_data(
        {
            "title": "Ny kunskapsöversikt",
            "slug": "ny-kunskapsoversikt",
            "date": "2026-11-01",
            "summary": "Den är klar.",
            "body": streamfield([("paragraph", rich_text("<p>Läs den.</p>"))]),
            **changes,
        }
    )


# News, as any page


def test_editor_keeps_a_draft_and_publishes_it_later(editor, site):
    editor.post(add_address(site.news, NewsPage), news_form())
    draft = NewsPage.objects.get()
    assert not draft.live
    assert editor.get("/nyheter/ny-kunskapsoversikt/").status_code == 404
    form = news_form(**{"action-publish": "1"})
    editor.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert "Läs den." in editor.get("/nyheter/ny-kunskapsoversikt/").content.decode()


def test_editor_previews_a_page_that_is_not_saved(editor, site):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["home", "newspage", site.news.pk])
    assert editor.post(address, news_form()).json() == {"is_valid": True, "is_available": True}
    html = editor.get(address).content.decode()
    assert "Läs den." in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="/nyheter/">Nyheter</a>' in html


def test_publishing_and_taking_back_are_recorded_with_the_one_who_did_it(editor, world, site):
    page = NewsPageFactory(parent=site.news)
    editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), news_form(**{"action-publish": "1"}))
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    records = Record.objects.filter(object_type="home.newspage").order_by("pk")
    assert [(row.action, row.actor_id) for row in records] == [
        ("home.publish", str(world.eva.pk)),
        ("home.unpublish", str(world.eva.pk)),
    ]


def test_editor_schedules_a_page(editor, site):
    tomorrow = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()
    form = news_form(**{"go_live_at": f"{tomorrow} 08:00", "action-publish": "1"})
    editor.post(add_address(site.news, NewsPage), form)
    page = NewsPage.objects.get()
    assert not page.live
    assert page.approved_schedule
    assert Record.objects.filter(action="home.schedule").count() == 1


@pytest.mark.parametrize("kind", ["home", "invitations", "news", "contact", "examples"])
def test_fixed_page_can_be_previewed(editor, site, kind):
    page = getattr(site, kind)
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert editor.get(address).status_code == 200


def test_participant_is_turned_away_from_the_editing(client, world, site, login):
    response = login(client, world.bo).get(add_address(site.news, NewsPage))
    assert response.status_code == 302
    assert NewsPage.objects.count() == 0


def test_review_hangs_on_every_page(site):
    assert site.news.get_workflow() == Workflow.objects.get(name="Granskning")


# Invitations


def invitation_form(network, **changes):
    return nested_form_data(
        {
            "title": "Nytt nätverk",
            "network": network.pk,
            "lead": "Kom med.",
            "host": "SKR",
            **{
                name: rich_text("<p>Text.</p>")
                for name in (
                    "background", "purpose", "goal", "target_group", "requirements", "approach", "registration_note",
                )
            },
            "cost_note": "",
            "body": streamfield([]),
            "meetings": inline_formset([{"number": "1", "when_text": "våren 2027", "date": ""}]),
            "contacts": inline_formset([{"name": "Kim", "email": "kim@skr.example"}]),
            "action-publish": "1",
            **changes,
        }
    )  # fmt: skip


def test_editor_writes_an_invitation_at_the_address_of_its_network(editor, site):
    network = NetworkFactory(slug="nasta-natverk")
    editor.post(add_address(site.invitations, InvitationPage), invitation_form(network))
    html = editor.get("/inbjudan/nasta-natverk/").content.decode()
    assert "våren 2027" in html
    assert "Kim" in html


def test_network_has_one_invitation_a_language(editor, site):
    page = InvitationPageFactory(parent=site.invitations)
    response = editor.post(add_address(site.invitations, InvitationPage), invitation_form(page.network))
    assert "Nätverket har redan en inbjudan på det här språket." in response.content.decode()
    assert site.translate(page).network == page.network


def test_invitation_without_a_network_is_refused(site):
    page = InvitationPage(title="Utan nätverk", slug="utan", lead="Kom med.", locale=site.invitations.locale)
    with pytest.raises(ValidationError) as refused:
        page.full_clean(exclude=["path", "depth"])
    assert list(refused.value.message_dict) == ["network"]


def test_timetable_row_says_when(site):
    page = InvitationPageFactory(parent=site.invitations)
    with pytest.raises(IntegrityError, match="timetable_row_says_when"), transaction.atomic():
        InvitationMeetingFactory(page=page, date=None, when_text="")


def test_timetable_row_ends_after_it_starts(site):
    page = InvitationPageFactory(parent=site.invitations)
    with pytest.raises(IntegrityError, match="timetable_row_ends_after_it_starts"), transaction.atomic():
        InvitationMeetingFactory(page=page, starts=datetime.time(16), ends=datetime.time(10))


def test_timetable_shows_a_start_without_an_end(client, site):
    page = InvitationPageFactory(parent=site.invitations)
    InvitationMeetingFactory(page=page, ends=None)
    assert '<span class="nowrap">10:00</span>' in client.get(page.url).content.decode()


def test_rows_are_told_apart_in_the_admin(site):
    page = InvitationPageFactory(parent=site.invitations)
    assert str(InvitationMeetingFactory(page=page, number=3)) == "3"
    assert InvitationMeeting.objects.get().page == page
    assert str(InvitationContactFactory(page=page)) == "Kim Kontakt"


# Settings


def test_administrator_names_the_invitation(client, world, site, login):
    page = InvitationPageFactory(parent=site.invitations, network=world.archive)
    address = reverse(
        "wagtailsettings:edit", args=["home", "portalsettings", Site.objects.get(is_default_site=True).pk]
    )
    form = {"invitation_network": world.archive.pk, "contact_email": "", "contact_phone": "", "contact_address": ""}
    assert login(client, world.fredrik).post(address, form).status_code == 302
    assert PortalSettings.objects.get().invitation_network == world.archive
    assert f"<h1>{page.title}</h1>" in client.get("/inbjudan/").content.decode()


def test_editor_does_not_change_the_settings(editor, site):
    address = reverse(
        "wagtailsettings:edit", args=["home", "portalsettings", Site.objects.get(is_default_site=True).pk]
    )
    assert editor.post(address, {"contact_email": "x@skr.example"}).status_code == 302
    assert not PortalSettings.objects.exclude(contact_email="").exists()


# Restricted pages


@pytest.fixture
def restricted(site):
    page = StandardPageFactory(parent=site.home, slug="internt", title="Internt")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def test_restricted_page_sends_a_stranger_to_the_login(client, restricted):
    response = client.get("/internt/")
    assert response.status_code == 302
    assert response["Location"] == "/logga-in/?next=/internt/"


def test_restricted_page_asks_for_the_second_factor(client, world, restricted, login):
    response = login(client, world.klara).get("/internt/")
    assert response.status_code == 302
    assert response["Location"].startswith("/logga-in/kod/")


def test_restricted_page_opens_for_whoever_has_shown_a_second_factor(client, world, restricted, login):
    assert login(client, world.bo).get("/internt/").status_code == 200


def test_wagtails_own_login_leads_to_ours(client, db):
    assert client.get("/_util/login/")["Location"] == "/logga-in/"


# What a page may hold


def test_page_holds_every_kind_of_block(client, site):
    image = Image.objects.create(title="Bild", file=get_test_image_file())
    document = Document.objects.create(title="Handboken", file=ContentFile(b"%PDF-", name="handbok.pdf"))
    page = StandardPageFactory(
        parent=site.home,
        body=[
            ("heading", "En rubrik"),
            ("paragraph", "<p>Text.</p>"),
            ("quote", {"text": "Så sa vi.", "source": "Någon"}),
            ("callout", {"title": "Tänk på", "text": "<p>Ett råd.</p>"}),
            ("image", {"image": image, "alt_text": "Ett torg", "caption": "Torget"}),
            ("documents", {"title": "Läs mer", "documents": [document]}),
            ("question", {"question": "Varför?", "answer": "<p>Därför.</p>"}),
        ],
    )
    html = client.get(page.url).content.decode()
    for piece in (
        "<h2>En rubrik</h2>", "Så sa vi.", "Tänk på", 'alt="Ett torg"', "<figcaption>Torget</figcaption>",
        document.url, "<summary>Varför?</summary>", "Därför.",
    ):  # fmt: skip
        assert piece in html, piece


def test_news_is_told_of_by_its_summary(site):
    assert NewsPageFactory(parent=site.news).summary == "Det här har hänt."
    assert (site.home.summary, site.news.summary, site.invitations.summary) == (site.home.lead, "", "")
