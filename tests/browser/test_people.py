"""Story: an organisation applies, is asked, answers and is let in; its people come, and one of them goes.

The whole way in one breath, each by what the one before was sent: no step is prepared behind the portal's back.
"""

import re
import uuid

import pytest
from playwright.sync_api import expect

from portal.ops.codes import code
from tests.browser.inbox import ANSWER, DAVID, QUESTION, answer, ask, link_in, opened
from tests.browser.test_passkeys import Device

PASSWORD = "lugn sjö med nio svanar"


@pytest.fixture
def own(page):
    """`own(name)` gives the browser to another person: their cookies come, those of the one before are put away."""
    kept, now = {}, [None]

    def own(name):
        page.wait_for_load_state("networkidle")
        kept[now[0]] = page.context.cookies()
        page.context.clear_cookies()
        page.context.add_cookies(kept.get(name, []))
        now[0] = name

    return own


def onwards(page, to):
    page.locator("main form button[type=submit]:not([name])").click()
    page.wait_for_url(re.compile(f"/{to}/"))


def apply(page, looked_over, name, email):
    page.goto("/anmalan/lokal-lagesbild/")
    looked_over()
    page.locator("[name=organisation_name]").fill(name)
    page.locator("[name=organisation_number]").fill("802002-4280")
    page.wait_for_timeout(3000)  # nobody writes faster
    onwards(page, "personer")
    page.locator("[name=first_name]").fill("Kajsa Kontakt")
    page.locator("[name=first_email]").fill(email)
    page.locator("[name=first_phone]").fill("070-000 00 00")
    page.locator("[name=participant_count]").fill("2")
    looked_over()
    onwards(page, "beslut")
    page.locator("[name=decision_state][value=taken]").check()
    page.locator("[name=decision_date]").fill("2026-01-15")
    looked_over()
    onwards(page, "behov")
    page.locator("[name=is_committed]").check()
    looked_over()
    onwards(page, "faktura")
    looked_over()
    onwards(page, "granska")
    looked_over()
    onwards(page, "tack")
    looked_over()


def take(page, looked_over, letter, name):
    page.goto(link_in(letter, "valkommen"))
    looked_over()
    page.get_by_label("Namn").fill(name)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Tacka ja och fortsätt").click()
    page.wait_for_url("**/konto/tvafaktor/**")
    looked_over()


def keep_the_codes(page, looked_over):
    expect(page.get_by_role("heading", level=1)).to_have_text("Spara dina återställningskoder")
    looked_over()
    page.get_by_role("button", name="Jag har sparat koderna").click()
    page.wait_for_url("**/deltagare/**")


def test_organisation_comes_in_and_a_colleague_goes(page, looked_over, log_in, letters, own):
    word = uuid.uuid4().hex[:6]
    name = f"Viltbäckens förening {word}"
    kajsa, lotta = f"kajsa-{word}@viltback.example", f"lotta-{word}@viltback.example"

    own("applicant")
    apply(page, looked_over, name, kajsa)
    letters(to=kajsa)

    own("coordinator")
    log_in(DAVID)
    ask(page, name)

    own("applicant")
    answer(page, looked_over, letters(to=kajsa, saying=QUESTION)[0])

    own("coordinator")
    opened(page, name)
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.get_by_role("link", name="Plats bekräftad", exact=True).click()
    page.get_by_role("button", name="Besluta och skicka mejlet").click()
    expect(page.locator("#lage")).to_have_text("Plats bekräftad")

    own("Kajsa")
    take(page, looked_over, letters(to=kajsa, saying="/valkommen/")[0], "Kajsa Kontakt")
    secret = page.locator("#nyckel").inner_text().replace(" ", "")
    page.locator("input[autocomplete=one-time-code]").fill(code(secret))
    page.get_by_role("button", name="Koppla appen").click()
    keep_the_codes(page, looked_over)
    looked_over()
    page.goto("/deltagare/deltagarlista/bjud-in/")
    page.get_by_label("E-postadress").fill(lotta)
    page.get_by_label("Namn").fill("Lotta Ledamot")
    looked_over()
    page.get_by_role("button", name="Skicka inbjudan").click()
    page.wait_for_url("**/deltagarlista/")
    looked_over()

    own("Lotta")
    device = Device(page.context, page)
    take(page, looked_over, letters(to=lotta, saying="/valkommen/")[0], "Lotta Ledamot")
    page.get_by_role("link", name="Skapa en passkey i stället").click()
    page.wait_for_url("**/konto/passkey/**")
    looked_over()
    page.get_by_role("button", name="Skapa en passkey").click()
    keep_the_codes(page, looked_over)
    device.lie_in_the_pocket()
    page.goto("/deltagare/forum/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    looked_over()

    own("Kajsa")
    page.goto("/deltagare/deltagarlista/")
    page.get_by_role("link", name="Avsluta deltagandet för Lotta Ledamot").click()
    looked_over()
    page.get_by_role("button", name="Avsluta deltagandet").click()
    page.wait_for_url("**/deltagarlista/")
    looked_over()

    own("Lotta")
    page.goto("/deltagare/forum/")
    page.wait_for_url(re.compile("/logga-in/"))
    looked_over()
    letters(to=lotta, saying="är avslutat")
