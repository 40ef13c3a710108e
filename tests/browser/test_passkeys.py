"""A passkey in a real browser, with Chromium's own virtual authenticator: made, shown, removed."""

import pytest
from playwright.sync_api import expect

AMINA = "amina.haddad@lindasa.example"
KLARA = "klara.ohlund@norrvik.example"


class Device:
    """A device with a fingerprint reader. It answers by itself, so it lies in a pocket while nobody asks for it."""

    def __init__(self, context, page):
        self.devtools = context.new_cdp_session(page)
        self.devtools.send("WebAuthn.enable", {"enableUI": False})
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.name = made["authenticatorId"]

    def lie_in_the_pocket(self):
        self._set("AutomaticPresenceSimulation", enabled=False)

    def feel_a_finger(self, *, right):
        self._set("UserVerified", isUserVerified=right)
        self._set("AutomaticPresenceSimulation", enabled=True)

    def _set(self, what, **values):
        self.devtools.send(f"WebAuthn.set{what}", {"authenticatorId": self.name, **values})


@pytest.fixture
def reader(page):
    return Device(page.context, page)


def test_passkey_is_made_shown_and_removed(page, looked_over, log_in, reader, sessions):
    log_in(AMINA)
    page.goto("/konto/")
    page.get_by_role("link", name="Lägg till en passkey").click()
    page.wait_for_url("**/konto/passkey/")
    expect(page.locator("[data-passkey-missing]")).to_be_hidden()
    looked_over()
    page.get_by_label("Namn på din passkey").fill("Jobbdatorn")
    page.get_by_role("button", name="Skapa en passkey").click()
    page.wait_for_url("**/konto/")
    expect(page.get_by_text("Jobbdatorn").first).to_be_visible()
    looked_over()

    reader.lie_in_the_pocket()
    page.get_by_role("button", name="Logga ut").last.click()
    page.wait_for_url("**/logga-in/")
    looked_over()
    sessions.pop(AMINA, None)
    page.goto("/en/logga-in/?next=/en/konto/")
    button = page.locator("[data-passkey] button")
    reader.feel_a_finger(right=False)
    button.click()
    expect(page.locator("[data-told]")).not_to_be_empty()
    reader.lie_in_the_pocket()
    looked_over()
    reader.feel_a_finger(right=True)
    button.click()
    page.wait_for_url(lambda url: "logga-in" not in url)
    looked_over()

    page.get_by_role("listitem").filter(has_text="Jobbdatorn").get_by_role("link").last.click()
    page.wait_for_url("**/ta-bort/")
    looked_over()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(lambda url: "ta-bort" not in url)
    expect(page.get_by_text("Jobbdatorn")).to_have_count(0)
    looked_over()


def test_person_without_a_second_factor_is_led_to_begin_with_a_passkey_alone(page, looked_over, accounts, reader):
    account = accounts[KLARA]
    page.goto("/logga-in/?next=/deltagare/forum/")
    looked_over()
    page.get_by_label("E-postadress").fill(account["email"])
    page.get_by_label("Lösenord").fill(account["password"])
    page.get_by_role("button", name="Fortsätt").click()
    page.wait_for_url("**/konto/tvafaktor/**")
    looked_over()
    assert page.request.get("/deltagare/", max_redirects=0).status == 302
    page.get_by_role("link", name="Skapa en passkey i stället").click()
    page.wait_for_url("**/konto/passkey/**")
    looked_over()
    page.get_by_role("button", name="Skapa en passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Spara dina återställningskoder")
    looked_over()
    page.get_by_role("button", name="Jag har sparat koderna").click()
    page.wait_for_url("**/deltagare/forum/")
    looked_over()


def test_page_without_script_says_what_is_needed(browser, base_url, accounts):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/logga-in/")
    expect(page.locator("[data-passkey]")).to_be_hidden()
    expect(page.get_by_label("Lösenord")).to_be_visible()
    context.close()
