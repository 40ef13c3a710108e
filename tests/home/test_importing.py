"""A coordinator reads in an invitation: looks at what was read beside the source, changes it, keeps a draft."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from home.models import InvitationPage
from members.audit.models import Record
from tests.factories.home import InvitationPageFactory, public_site
from tests.home.letters import shapes

ADDRESS, REVIEW = "/admin/las-in-inbjudan/", "/admin/las-in-inbjudan/granska/"


@pytest.fixture
def coordinator(client, login, world):
    """A browser in which david has logged in, and a site with a place for invitations."""
    world.site = public_site()
    return login(client, world.david)


def send(client, world, content=None, name="inbjudan.docx", language="sv"):
    upload = SimpleUploadedFile(name, shapes.bold_lines() if content is None else content)
    return client.post(ADDRESS, {"network": world.network.pk, "language": language, "file": upload})


def as_shown(response):
    """What the browser would send back from the review page."""
    context = response.context
    data = {}
    for form in [context["form"], *context["meetings"], *context["contacts"]]:
        for field in form:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = value
    for rows in (context["meetings"], context["contacts"]):
        data |= {field.html_name: field.value() for field in rows.management_form}
    return data


def test_letter_is_shown_beside_its_source_and_nothing_is_kept(coordinator, world):
    response = send(coordinator, world)
    html = response.content.decode()
    assert f'value="{shapes.TITLE}"' in html
    assert f"<p>{shapes.BACKGROUND}</p>" in html
    assert 'value="2016-12-06"' in html
    assert re.search(r'<input[^>]+type="time"[^>]+value="10:00"', html)
    assert 'value="malin.svanberg@skl.example"' in html
    assert "15 november 2016" in html
    assert not InvitationPage.objects.exists()


def test_draft_is_made_of_what_was_looked_at(coordinator, world):
    data = as_shown(send(coordinator, world, shapes.with_a_link_and_an_unknown_part()))
    data["purpose"] = "Mer **kunskap**.\n\n- ett\n- två <script>"
    response = coordinator.post(REVIEW, data, follow=True)
    assert "Utkastet är sparat" in response.content.decode()
    page = InvitationPage.objects.get()
    assert (page.live, page.slug, page.title, page.network) == (False, "lokal-lagesbild", shapes.TITLE, world.network)
    assert "<strong>kunskap</strong>" in page.purpose
    assert "<li>ett</li>" in page.purpose
    assert "<script>" not in page.purpose
    assert [(row.number, row.date, row.place) for row in page.meetings.all()] == [
        (1, datetime.date(2016, 12, 6), "Stockholm"),
        (2, datetime.date(2017, 3, 14), "Göteborg"),
    ]
    assert [row.email for row in page.contacts.all()] == ["malin.svanberg@skl.example"]
    draft = page.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["heading", "paragraph"]
    assert draft.body[0].value == "Kunde inte placeras"
    assert "Middag på hotellet." in str(draft.body[1].value)
    assert 'href="https://skl.example/"' in draft.registration_note
    assert Record.objects.filter(action="home.draft_invitation", actor_id=str(world.david.pk)).count() == 1


def test_sending_twice_makes_one_draft(coordinator, world):
    data = as_shown(send(coordinator, world))
    coordinator.post(REVIEW, data)
    again = coordinator.post(REVIEW, data)
    assert "Nätverket har redan en inbjudan på det här språket." in again.content.decode()
    assert InvitationPage.objects.count() == 1


def test_second_language_becomes_the_translation(coordinator, world):
    world.site.translate(world.site.invitations)
    first = InvitationPageFactory(parent=world.site.invitations, network=world.network)
    coordinator.post(REVIEW, as_shown(send(coordinator, world, language="en")))
    second = InvitationPage.objects.exclude(pk=first.pk).get()
    assert second.locale.language_code == "en"
    assert second.translation_key == first.translation_key


def test_language_without_a_place_says_so(coordinator, world):
    assert "Det finns ingen plats för inbjudningar" in send(coordinator, world, language="en").content.decode()


def test_row_that_is_wrong_is_shown_again_with_the_source(coordinator, world):
    data = as_shown(send(coordinator, world)) | {
        "traffar-0-ends": "09:00",
        "traffar-1-date": "",
        "traffar-1-when_text": "",
    }
    html = coordinator.post(REVIEW, data).content.decode()
    assert "Träffen måste sluta efter att den börjar." in html
    assert "Skriv vilken dag träffen är, eller ungefär när." in html
    assert f"<p>{shapes.BACKGROUND}</p>" in html
    assert not InvitationPage.objects.exists()


def test_row_that_is_ticked_away_is_left_out(coordinator, world):
    data = as_shown(send(coordinator, world)) | {"traffar-1-DELETE": "on", "kontakter-0-DELETE": "on"}
    coordinator.post(REVIEW, data)
    page = InvitationPage.objects.get()
    assert (page.meetings.count(), page.contacts.count()) == (1, 0)


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"nej", "x.docx", "Filen går inte att läsa."),
        (b"%PDF", "x.pdf", "Välj en fil i Word"),
        (b" ", "x.txt", "ingen text"),
    ],
)
def test_file_that_cannot_be_read_says_why(coordinator, world, content, name, message):
    assert message in send(coordinator, world, content, name).content.decode()


def test_other_networks_cannot_be_chosen(coordinator, world):
    data = as_shown(send(coordinator, world)) | {"network": world.other.pk}
    coordinator.post(REVIEW, data)
    assert not InvitationPage.objects.exists()


def test_price_that_is_not_the_networks_is_pointed_out(coordinator, world):
    world.network.price_per_person_ore = 650_000
    world.network.save()
    assert "nätverkets pris är 6\xa0500 kr" in send(coordinator, world).content.decode()
