"""The files made from an invitation: calendar, PDF, draft for the board, and the picture to share."""

import datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone, translation
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from home import queries
from portal.core import sharing, typesetting
from tests.factories.home import (
    InvitationContactFactory,
    InvitationMeetingFactory,
    InvitationPageFactory,
    NewsPageFactory,
)
from tests.factories.organisations import NetworkFactory

DATE, TIME = datetime.date, datetime.time


@pytest.fixture
def opened(site):
    """An open invitation to eight thousand kronor each."""
    made = InvitationPageFactory(
        parent=site.invitations,
        network=NetworkFactory(name="Det öppna", slug="det-oppna", last_registration_date=DATE(2026, 11, 15)),
        requirements="<p>Det krävs:</p><ul><li>ett <b>beslut</b></li><li>en chef</li></ul>",
        background='<p>Läs <a href="https://skr.example/">mer &lt;här&gt;</a>. #let x = 1 *inte fet*</p>',
    )
    InvitationMeetingFactory(page=made, number=1, date=DATE(2027, 3, 27))
    InvitationContactFactory(page=made)
    return made


def english(site, page):
    page.save_revision().publish()
    return site.translate(page, title="The open one", lead="Join us.")


# The calendar


def events(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_calendar_keeps_the_hour_when_the_clocks_change(client, opened):
    InvitationMeetingFactory(page=opened, number=2, date=DATE(2027, 3, 29))
    InvitationMeetingFactory(page=opened, number=3, date=DATE(2027, 11, 1))
    response = client.get("/inbjudan/det-oppna/traffar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    found = {str(event["summary"]): event["dtstart"] for event in events(response)}
    assert [start.params["TZID"] for start in found.values()] == ["Europe/Stockholm"] * 3
    assert [start.dt.hour for start in found.values()] == [10, 10, 10]
    offsets = [start.dt.utcoffset() // datetime.timedelta(hours=1) for start in found.values()]
    assert offsets == [1, 2, 1]
    assert b"BEGIN:VTIMEZONE" in response.content
    assert "Det öppna, träff 1" in found


def test_calendar_leaves_out_what_has_no_day_and_gives_whole_days_where_no_hour_is_set(client, opened):
    InvitationMeetingFactory(page=opened, number=2, date=None, starts=None, ends=None, when_text="våren 2027")
    InvitationMeetingFactory(page=opened, number=3, date=DATE(2027, 5, 4), starts=None, ends=None)
    InvitationMeetingFactory(page=opened, number=4, date=DATE(2027, 6, 4), ends=None)
    found = events(client.get("/inbjudan/det-oppna/traffar.ics"))
    assert [event["uid"].split("-")[-1].split("@")[0] for event in found] == ["1", "3", "4"]
    assert (found[1]["dtstart"].dt, found[1]["dtend"].dt) == (DATE(2027, 5, 4), DATE(2027, 5, 5))
    assert "dtend" not in found[2]


def test_calendar_updates_what_it_made_before_in_either_language(client, site, opened):
    other = english(site, opened)
    first = events(client.get("/inbjudan/det-oppna/traffar.ics"))[0]
    in_english = events(client.get("/en/inbjudan/det-oppna/traffar.ics"))[0]
    opened.refresh_from_db()
    opened.save_revision().publish()
    second = events(client.get("/inbjudan/det-oppna/traffar.ics"))[0]
    assert first["uid"] == second["uid"] == in_english["uid"]
    assert second["sequence"] > first["sequence"]
    assert str(in_english["summary"]).startswith(other.title)


# Who may fetch


@pytest.mark.parametrize("name", ["traffar.ics", "invitation.pdf", "beslutsunderlag.docx"])
def test_file_of_what_is_not_public_is_not_found(client, opened, name):
    address = f"/inbjudan/det-oppna/{name}"
    assert client.get(address).status_code == 200
    assert client.get(f"/en{address}").status_code == 404
    PageViewRestriction.objects.create(page=opened, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address).status_code == 404
    PageViewRestriction.objects.all().delete()
    opened.unpublish()
    assert client.get(address).status_code == 404
    assert client.get(f"/inbjudan/finns-inte/{name}").status_code == 404


@pytest.mark.parametrize("name", ["traffar.ics", "invitation.pdf"])
def test_file_may_be_cached_and_is_asked_again_by_its_etag(client, opened, name):
    opened.save_revision().publish()
    first = client.get(f"/inbjudan/det-oppna/{name}")
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert first["Vary"] == "Accept-Encoding"
    assert not first.cookies
    again = client.get(f"/inbjudan/det-oppna/{name}", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


# The PDF


def pdf(client, address="/inbjudan/det-oppna/invitation.pdf"):
    response = client.get(address)
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(response.content))


def test_pdf_is_tagged_titled_and_in_its_language(client, site, opened):
    english(site, opened)
    swedish, other = pdf(client), pdf(client, "/en/inbjudan/det-oppna/invitation.pdf")
    root = swedish.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert swedish.metadata.title == "Det öppna"
    assert "pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert (other.trailer["/Root"]["/Lang"], other.metadata.title) == ("en", "The open one")


def test_pdf_holds_the_facts_on_one_page_and_no_text_is_markup(client, opened):
    reader = pdf(client)
    text = " ".join("".join(part.extract_text() for part in reader.pages).split())
    for fact in ("Kom med i nätverket", "Läs mer <här>. #let x = 1 *inte fet*", "15 november 2026", "ett beslut",
                 "27 mars 2027", "10:00–16:00", "Kim Kontakt", "8 000 kr".replace(" ", "\xa0")):  # fmt: skip
        assert fact.replace("\xa0", " ") in text.replace("\xa0", " "), fact
    assert len(reader.pages) == 1


def test_pdf_puts_whom_to_ask_beside_the_timetable(client, opened):
    text = pdf(client).pages[0].extract_text()
    assert text.index("Träffarna") < text.index("27 mars 2027") < text.index("Kim Kontakt")


def test_pdf_with_many_to_ask_gives_them_rows_of_their_own(client, opened):
    for number in range(4):
        opened.contacts.create(name=f"Person {number}", email=f"p{number}@kommun.example", sort_order=number + 5)
    opened.save()
    text = "".join(page.extract_text() for page in pdf(client).pages)
    assert [name for name in ("Person 0", "Person 1", "Person 2", "Person 3") if name in text] == [
        "Person 0", "Person 1", "Person 2", "Person 3",
    ]  # fmt: skip


def test_pdf_that_cannot_be_made_says_so(client, opened, monkeypatch):
    monkeypatch.setattr(typesetting, "ROOT", typesetting.FONTS)
    response = client.get("/inbjudan/det-oppna/invitation.pdf")
    assert response.status_code == 503
    assert "Filen kunde inte göras" in response.content.decode()


# The draft for the board


def draft(client, address="/inbjudan/det-oppna/beslutsunderlag.docx?antal=3"):
    response = client.get(address)
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert "beslutsunderlag-det-oppna.docx" in response["Content-Disposition"]
    return Document(BytesIO(response.content))


def words(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\xa0", " ")


def test_draft_says_what_joining_commits_to_and_costs(client, opened):
    text = words(draft(client))
    for fact in (
        "Beslutsunderlag: deltagande i Det öppna",
        "att [organisationen] deltar i nätverket ”Det öppna” med 3 personer,",
        "att kostnaden, 24 000 kr, betalas ur [budget och ansvar], och",
        "Det krävs:",
        "ett beslut",
        "Läs mer <här> (https://skr.example/)",
        "27 mars 2027",
        "Sista anmälningsdag är 15 november 2026",
        "http://testserver/anmalan/det-oppna/",
        "Kim Kontakt, Nätverksledare, kim@skr.example, 08-123 45 67",
    ):
        assert fact in text, fact


def test_draft_has_styles_header_rows_language_and_properties(client, site, opened):
    document = draft(client)
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"] == [
        "Förslag till beslut", "Vad nätverket är", "Vad ett deltagande innebär", "Tidsplan", "Kostnad", "Anmälan",
    ]  # fmt: skip
    assert [p.text for p in document.paragraphs if p.style.name == "List Bullet"][:2] == ["ett beslut", "en chef"]
    headers = [table.rows[0]._tr.trPr is not None for table in document.tables]
    assert headers == [False, True, True]
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "sv-SE"
    assert document.core_properties.title == "Beslutsunderlag: deltagande i Det öppna"
    assert document.core_properties.language == "sv-SE"
    english(site, opened)
    assert draft(client, "/en/inbjudan/det-oppna/beslutsunderlag.docx").core_properties.language == "en-GB"


def test_draft_is_for_two_unless_one_says_otherwise(client, opened):
    assert "med 2 personer" in words(draft(client, "/inbjudan/det-oppna/beslutsunderlag.docx"))


@pytest.mark.parametrize("number", ["0", "51", "många", ""])
def test_draft_for_a_number_that_cannot_be_asks_again(client, opened, number):
    response = client.get("/inbjudan/det-oppna/beslutsunderlag.docx", {"antal": number})
    html = response.content.decode()
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert 'class="error-summary"' in html
    assert not response.cookies


# On the page


def test_page_offers_its_files_and_a_letter_to_a_colleague(client, opened):
    html = client.get("/inbjudan/det-oppna/").content.decode()
    for link in ("/inbjudan/det-oppna/invitation.pdf", "/inbjudan/det-oppna/traffar.ics",
                 "mailto:?subject=Inbjudan%3A%20Det%20%C3%B6ppna&amp;body=Hej%21%0D%0A"):  # fmt: skip
        assert f'href="{link}' in html, link
    assert 'action="/inbjudan/det-oppna/beslutsunderlag.docx"' in html


def test_page_of_a_closed_invitation_offers_no_draft_but_a_mail_next_time(client, opened):
    opened.network.archived_at = timezone.now()
    opened.network.save()
    html = client.get("/inbjudan/det-oppna/").content.decode()
    assert "beslutsunderlag.docx" not in html
    assert 'href="/prenumerera/nasta-inbjudan/"' in html
    assert client.get("/inbjudan/meddela-mig/")["Location"] == "/prenumerera/nasta-inbjudan/"
    assert client.get("/en/inbjudan/meddela-mig/")["Location"] == "/en/prenumerera/nasta-inbjudan/"


# The picture to share


def picture_address(client, opened):
    html = client.get(opened.url).content.decode()
    return html.partition('<meta property="og:image" content="http://testserver')[2].partition('"')[0]


def test_picture_is_a_png_of_the_size_that_the_page_says(client, opened):
    address = picture_address(client, opened)
    assert address.startswith(f"/dela/{opened.pk}-")
    response = client.get(address)
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=86400"
    size = [int.from_bytes(response.content[at : at + 4]) for at in (16, 20)]
    assert size == [sharing.WIDTH, sharing.HEIGHT]


def test_picture_is_made_when_the_news_page_is_published(client, site, django_capture_on_commit_callbacks):
    news_page = NewsPageFactory(parent=site.news, title="En nyhet att dela")
    with django_capture_on_commit_callbacks(execute=True):
        news_page.save_revision().publish()
    assert default_storage.exists(picture_address(client, news_page).strip("/"))


def test_picture_of_an_older_title_leads_to_that_of_today(client, opened):
    old = picture_address(client, opened)
    opened.title = "Nytt namn"
    opened.save_revision().publish()
    new = picture_address(client, opened)
    assert old != new
    assert client.get(old)["Location"] == f"http://testserver{new}"


def test_picture_of_what_is_not_public_is_not_found(client, opened):
    address = picture_address(client, opened)
    PageViewRestriction.objects.create(page=opened, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address).status_code == 404
    assert client.get(f"/dela/{10**9}-abc.png").status_code == 404


def test_picture_that_cannot_be_made_gives_way_to_the_portals_own(client, opened, monkeypatch):
    address = picture_address(client, opened)
    monkeypatch.setattr(typesetting, "ROOT", typesetting.FONTS)
    default_storage.delete(address.strip("/"))
    assert client.get(address)["Location"].endswith("share.png")


def test_event_data_says_when_where_and_that_it_holds(opened):
    with translation.override("sv"):
        [event] = queries.events(opened, list(opened.meetings.all()))
    assert event["startDate"] == "2027-03-27T10:00:00+01:00"
    assert event["endDate"] == "2027-03-27T16:00:00+01:00"
    assert event["location"] == {"@type": "Place", "name": "Stockholm", "address": "Stockholm"}
    assert event["eventStatus"] == "https://schema.org/EventScheduled"


@pytest.mark.parametrize("name", ["traffar.ics", "invitation.pdf", "beslutsunderlag.docx"])
def test_files_are_made_of_a_text_with_control_characters(client, opened, name):
    unseen = "a\x01b\x0bc"
    InvitationMeetingFactory(page=opened, number=2, place=f"{unseen}\r\nBEGIN:VEVENT")
    InvitationContactFactory(page=opened, name=unseen)
    type(opened).objects.update(
        title=f"Det {unseen}", lead=f"{unseen}\r\nATTENDEE:x", host=unseen, background=f"<p>{unseen}&#1;</p>"
    )
    response = client.get(f"/inbjudan/det-oppna/{name}")
    assert response.status_code == 200
    if name == "traffar.ics":
        assert len(events(response)) == 2
