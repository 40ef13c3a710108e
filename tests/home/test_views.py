"""What a reader meets on the public site."""

import datetime
import json
import re

from wagtail.models import Site

from home.models import PortalSettings
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import (
    InvitationMeetingFactory,
    InvitationPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    body,
)
from tests.home.conftest import days, moment, name_invitation

# The start page


def test_start_leads_to_the_open_invitation(client, running):
    html = client.get("/").content.decode()
    assert 'href="/inbjudan/det-oppna/"' in html
    assert 'href="/anmalan/det-oppna/"' in html
    assert "8\xa0000 kr" in html


def test_start_without_an_open_invitation_leads_to_the_named_one(client, founding):
    html = client.get("/").content.decode()
    assert 'href="/inbjudan/"' in html
    assert "/anmalan/" not in html


def test_start_shows_the_newest_examples_and_news(client, site):
    for number in range(4):
        NewsPageFactory(parent=site.news, title=f"Nyhet nr {number}", date=days(-number))
        ExamplePageFactory(parent=site.examples, title=f"Exempel nr {number}")
    html = client.get("/").content.decode()
    assert "Nyhet nr 0" in html
    assert "Nyhet nr 3" not in html
    assert "Exempel nr 3" in html
    assert "Exempel nr 0" not in html


def test_start_tells_of_a_late_registration(client, running):
    running.network.last_registration_date = days(-1)
    running.network.save()
    assert "Sen anmälan" in client.get("/").content.decode()


def test_start_shows_what_the_editor_has_added(client, site):
    site.home.body = body("<p>Något mer.</p>")
    site.home.save_revision().publish()
    assert "Något mer." in client.get("/").content.decode()


# Invitations


def test_invitation_gives_its_facts(client, founding):
    html = client.get("/inbjudan/det-forsta/").content.decode()
    for fact in (
        "Kongressen beslutade.",
        "Mer kunskap.",
        "Ett arbete hemma.",
        "Kommuner och regioner.",
        "Ett beslut i styrelsen.",
        "Fem träffar.",
        "Nätverksledaren hör av sig.",
        "15 november 2016",
        "6 december 2016",
        "10:00–16:00",
        "våren 2017",
        "Stockholm",
        "8\xa0000 kr",
        "<dd>40</dd>",
        "Kim Kontakt",
        'href="mailto:kim@skr.example"',
        'href="tel:08-1234567"',
    ):
        assert fact in html, fact


def test_invitation_leaves_out_what_is_empty(client, site):
    page = InvitationPageFactory(
        parent=site.invitations,
        background="", purpose="", goal="", target_group="", requirements="", approach="",
        registration_note='<p data-block-key="x1"></p>', cost_note="", host="",
    )  # fmt: skip
    html = client.get(page.url).content.decode()
    for heading in ("Bakgrund", "Syfte", "Träffarna", "Frågor?", "Antal platser", "När ni har anmält er"):
        assert heading not in html


def test_open_invitation_leads_to_the_application(client, running):
    html = client.get("/inbjudan/det-oppna/").content.decode()
    assert 'href="/anmalan/det-oppna/"' in html
    assert "stängd" not in html


def test_late_invitation_says_so_and_leads_to_the_application(client, running):
    running.network.last_registration_date = days(-1)
    running.network.save()
    html = client.get("/inbjudan/det-oppna/").content.decode()
    assert "räknas som sen" in html
    assert 'href="/anmalan/det-oppna/"' in html


def test_invitation_that_has_not_opened_says_when(client, running):
    running.network.registration_opens_date = running.network.last_registration_date = days(5)
    running.network.save()
    html = client.get("/inbjudan/det-oppna/").content.decode()
    assert "Anmälan har inte öppnat" in html
    assert "/anmalan/" not in html


def test_closed_invitation_of_a_running_network_says_that_work_has_begun(client, running):
    running.network.closes_at = moment(-1)
    running.network.save()
    html = client.get("/inbjudan/det-oppna/").content.decode()
    assert "Nätverket har börjat sitt arbete." in html
    assert "/anmalan/" not in html


def test_closed_invitation_leads_on_to_the_open_one(client, founding, running):
    html = client.get("/inbjudan/det-forsta/").content.decode()
    assert "Anmälan är stängd" in html
    assert 'href="/inbjudan/det-oppna/"' in html
    assert "/anmalan/" not in html


def test_invitation_index_shows_the_one_that_the_settings_name(client, founding, running):
    name_invitation(founding)
    html = client.get("/inbjudan/").content.decode()
    assert "<h1>Det första</h1>" in html
    assert 'href="/inbjudan/det-oppna/"' in html
    assert '<link rel="canonical" href="http://testserver/inbjudan/det-forsta/">' in html


def test_invitation_index_without_a_choice_shows_the_open_one(client, founding, running):
    assert "<h1>Det öppna</h1>" in client.get("/inbjudan/").content.decode()


def test_invitation_index_without_an_open_one_shows_the_newest(client, founding):
    assert "<h1>Det första</h1>" in client.get("/inbjudan/").content.decode()


def test_invitation_index_without_invitations_says_so(client, site):
    assert "Det finns ingen inbjudan just nu" in client.get("/inbjudan/").content.decode()


def test_invitation_index_keeps_demonstrations_from_search_engines(client, running):
    running.is_demonstration = True
    running.save_revision().publish()
    assert '<meta name="robots" content="noindex">' in client.get("/inbjudan/").content.decode()


def test_invitation_tells_search_engines_of_its_dated_meetings(client, founding):
    html = client.get("/inbjudan/det-forsta/").content.decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html).group(1)
    assert json.loads(data) == [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": "Det första (1)",
            "startDate": "2016-12-06T10:00:00+01:00",
            "endDate": "2016-12-06T16:00:00+01:00",
            "url": "http://testserver/inbjudan/det-forsta/",
            "description": "Kom med i nätverket.",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "eventStatus": "https://schema.org/EventScheduled",
            "location": {"@type": "Place", "name": "Stockholm", "address": "Stockholm"},
            "organizer": {"@type": "Organization", "name": "SKR"},
        }
    ]


def test_event_without_hours_is_a_day(client, site):
    page = InvitationPageFactory(parent=site.invitations, host="", lead="</script><b>")
    InvitationMeetingFactory(page=page, starts=None, ends=None, place="")
    html = client.get(page.url).content.decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html).group(1)
    event = json.loads(data)[0]
    assert event["startDate"] == "2016-12-06"
    assert event["description"] == "</script><b>"
    assert "location" not in event
    assert "organizer" not in event


# News, pages, contact


def test_news_is_listed_newest_first_ten_a_page(client, site):
    for number in range(11):
        NewsPageFactory(parent=site.news, title=f"Nyhet nr {number:02}", date=days(-number))
    first = client.get("/nyheter/").content.decode()
    assert first.index("Nyhet nr 00") < first.index("Nyhet nr 01")
    assert "Nyhet nr 10" not in first
    assert "Nyhet nr 10" in client.get("/nyheter/?page=2").content.decode()


def test_news_without_news_says_so(client, site):
    assert "Det finns inga nyheter än" in client.get("/nyheter/").content.decode()


def test_news_item_is_shown_with_its_date(client, site):
    page = NewsPageFactory(parent=site.news, title="Ny bok", date=datetime.date(2026, 3, 1))
    html = client.get(page.url).content.decode()
    assert "1 mars 2026" in html
    assert "<p>Text.</p>" in html


def test_standard_page_says_when_it_was_reviewed(client, site):
    page = StandardPageFactory(parent=site.home, slug="om", reviewed_date=datetime.date(2026, 2, 3))
    assert "Sidan granskades senast 3 februari 2026." in client.get(page.url).content.decode()
    page = StandardPageFactory(parent=site.home, slug="kakor")
    assert "granskades" not in client.get(page.url).content.decode()


def test_contact_gives_the_details_of_the_settings(client, site):
    assert "E-post" not in client.get("/kontakt/").content.decode()
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.contact_email, settings.contact_phone = "natverk@skr.example", "08-123 45"
    settings.contact_address = "Gatan 1\nStockholm"
    settings.save()
    html = client.get("/kontakt/").content.decode()
    assert 'href="mailto:natverk@skr.example"' in html
    assert 'href="tel:08-12345"' in html
    assert "Gatan 1<br>Stockholm" in html
