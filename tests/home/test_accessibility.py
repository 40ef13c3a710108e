"""The accessibility statement, and what readers tell of barriers."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from home import services
from home.models import AccessibilityIssue, AccessibilityMessage, PortalSettings
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.home import AccessibilityPageFactory

ADDRESS = "/tillganglighet/meddela/"
ELEVEN = [
    "Vem som står bakom portalen",
    "Hur tillgänglig portalen är",
    "Vad du kan göra om du inte kan använda en del av portalen",
    "Rapportera brister",
    "Tillsyn",
    "Teknisk information om tillgängligheten",
    "Innehåll som inte är tillgängligt",
    "Oskäligt betungande anpassning",
    "Innehåll som inte omfattas av lagen",
    "Hur vi har testat portalen",
    "När redogörelsen senast sågs över",
]


@pytest.fixture
def statement(site):
    return AccessibilityPageFactory(
        parent=site.home,
        assessed_date=datetime.date(2026, 11, 3),
        assessed_by="av oss själva",
        reviewed_date=datetime.date(2026, 11, 5),
        answer_days=3,
    )


def told(**changes):
    return {"text": "Knappen gick inte att nå.", "stamp": guard.new_stamp(), "website": "", **changes}


# The statement


def test_statement_has_diggs_eleven_parts_in_their_order(client, statement):
    html = client.get("/tillganglighet/").text
    places = [html.index(f">{heading}</h2>") for heading in ELEVEN]

    assert places == sorted(places)


def test_statement_takes_its_dates_from_the_page(client, statement):
    html = client.get("/tillganglighet/").text

    assert "<dd>3 november 2026, av oss själva</dd>" in html
    assert "<dd>5 november 2026</dd>" in html
    assert "inom 3 vardagar" in html
    assert "Portalen är delvis förenlig med lagen" in html


def test_statement_tells_of_each_shortcoming_what_why_and_when(client, statement):
    AccessibilityIssue.objects.create(
        page=statement, what="Kartan.", reason="not_yet", criterion="WCAG 1.1.1", mended_by=datetime.date(2027, 1, 31)
    )
    html = " ".join(client.get("/tillganglighet/").text.split())

    assert "<p>Kartan.</p>" in html
    assert "Varför: inte åtgärdat ännu · WCAG 1.1.1 · åtgärdas senast 31 januari 2027" in html


def test_statement_without_shortcomings_says_so(client, statement):
    html = client.get("/tillganglighet/").text

    assert "Vi känner inte till några brister." in html
    assert "Vi åberopar inte undantaget" in html


def test_statement_leads_to_the_form_and_to_digg(client, statement):
    html = client.get("/tillganglighet/").text

    assert f'href="{ADDRESS}"' in html
    assert 'href="https://www.digg.se/tdosanmalan"' in html


# Telling of a barrier


def test_message_is_kept_and_reaches_the_portals_address(client, site):
    settings = PortalSettings.for_request(client.get("/").wsgi_request)
    settings.contact_email = "redaktionen@skr.example"
    settings.save()

    response = client.post(ADDRESS, told(address="Kartan", email="kim@example.se"))

    assert response.url == f"{ADDRESS}tack/"
    message = AccessibilityMessage.objects.get()
    assert (message.text, message.address, message.email) == ("Knappen gick inte att nå.", "Kartan", "kim@example.se")
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.reply_to) == ("redaktionen@skr.example", "kim@example.se")
    assert "Knappen gick inte att nå." in mail.text
    assert f"/admin/snippets/home/accessibilitymessage/edit/{message.pk}/" in mail.text


def test_message_reaches_the_administrators_when_the_portal_has_no_address(client, world, site):
    client.post(ADDRESS, told())

    assert list(OutboxMessage.objects.values_list("to", flat=True)) == [world.fredrik.email]


def test_mail_of_a_message_is_written_in_the_administrators_language(client, world, site):
    world.fredrik.language = "en"
    world.fredrik.save()
    client.post(ADDRESS, told())

    mail = OutboxMessage.objects.get()
    assert mail.language == "en"
    assert "Knappen gick inte att nå." in mail.html


def test_message_may_be_anonymous(client, world, site):
    client.post(ADDRESS, told())

    assert AccessibilityMessage.objects.get().email == ""
    assert "anonym" in OutboxMessage.objects.get().text


def test_message_sent_twice_counts_once(client, world, site):
    data = told()
    client.post(ADDRESS, data)
    client.post(ADDRESS, data)

    assert AccessibilityMessage.objects.count() == 1


def test_message_without_words_is_refused_with_the_rest_kept(client, site):
    html = client.post(ADDRESS, told(text="", address="Startsidan")).text

    assert "Det här behöver rättas" in html
    assert 'value="Startsidan"' in html
    assert not AccessibilityMessage.objects.exists()


def test_message_of_a_program_is_refused(client, site):
    client.post(ADDRESS, told(website="https://buy.example"))

    assert not AccessibilityMessage.objects.exists()


def test_form_in_english_and_its_thanks(client, site):
    assert '<html lang="en">' in client.get(f"/en{ADDRESS}").text
    assert client.get(f"/en{ADDRESS}tack/").status_code == 200
    assert client.post(f"/en{ADDRESS}", told()).url == f"/en{ADDRESS}tack/"
    assert AccessibilityMessage.objects.get().language == "en"


def test_message_is_forgotten_after_a_year(db):
    with time_machine.travel(timezone.now() - datetime.timedelta(days=366)):
        AccessibilityMessage.objects.create(text="Gammalt", language="sv")
    AccessibilityMessage.objects.create(text="Nytt", language="sv")

    assert services.forget_old_messages() == 1
    assert AccessibilityMessage.objects.get().text == "Nytt"


# In the admin


def test_administrator_ticks_off_a_message_and_cannot_change_what_was_written(client, world, login):
    message = AccessibilityMessage.objects.create(text="Knappen", language="sv")
    address = reverse("wagtailsnippets_home_accessibilitymessage:edit", args=[message.pk])

    assert "Knappen" in login(client, world.fredrik).get(address).text
    client.post(address, {"is_handled": "on", "note": "Lagat.", "text": "Annat"})

    message.refresh_from_db()
    assert (message.is_handled, message.note, message.text) == (True, "Lagat.", "Knappen")


def test_nobody_writes_a_message_in_the_admin(client, world, login):
    address = reverse("wagtailsnippets_home_accessibilitymessage:add")

    assert login(client, world.fredrik).get(address).status_code == 302
    assert login(client, world.eva).get(reverse("wagtailsnippets_home_accessibilitymessage:list")).status_code == 302
