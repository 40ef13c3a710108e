"""Story 5: somebody new is invited, sets a password, enrols a second factor, gets recovery codes, and is in."""

import re

from playwright.sync_api import expect

from portal.ops.codes import code

AMINA = "amina.haddad@lindasa.example"
NEW = "nora.nyström@lindasa.example".replace("ö", "o")
PASSWORD = "lugn sjö med nio svanar"


def test_newcomer_is_invited_and_gets_in(page, looked_over, log_in, letters):
    log_in(AMINA)
    page.goto("/deltagare/deltagarlista/bjud-in/")
    looked_over()
    page.get_by_label("E-postadress").fill(NEW)
    page.get_by_label("Namn").fill("Nora Nyström")
    page.get_by_role("button", name="Skicka inbjudan").click()
    page.wait_for_url("**/deltagarlista/")
    looked_over()

    page.context.clear_cookies()
    letter = letters(to=NEW)[0]
    link = re.search(r"https?://\S+/valkommen/\S+", letter["text"]).group(0)
    path = "/" + link.split("/", 3)[3]
    page.goto(path)
    looked_over()
    page.get_by_label("Namn").fill("Nora Nyström")
    page.get_by_label("Lösenord", exact=False).first.fill("12345")
    page.get_by_role("button", name="Tacka ja och fortsätt").click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Tacka ja och fortsätt").click()

    page.wait_for_url("**/konto/tvafaktor/**")
    looked_over()
    expect(page.locator(".qr svg")).to_be_visible()
    expect(page.get_by_role("link", name="Öppna i appen")).to_have_attribute("href", re.compile("^otpauth://totp/"))
    secret = page.locator("#nyckel").inner_text().replace(" ", "")
    assert page.request.get("/deltagare/", max_redirects=0).status == 302
    assert page.request.get("/admin/", max_redirects=0).status == 302
    page.locator("input[autocomplete=one-time-code]").fill(code(secret))
    page.get_by_role("button", name="Koppla appen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Spara dina återställningskoder")
    looked_over()
    assert len(page.locator("#koder").inner_text().split()) == 10
    page.get_by_role("button", name="Jag har sparat koderna").click()
    page.wait_for_url("**/deltagare/")
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hej Nora")
    assert page.request.get("/admin/", max_redirects=0).status in (302, 403, 404)

    page.context.clear_cookies()
    page.goto(path)
    looked_over()
    expect(page.locator("main")).not_to_contain_text("Tacka ja och fortsätt")


def test_forgotten_password_never_tells_whether_an_address_exists(page, looked_over, mail):
    for address in ("bo.sandelin@lindasa.example", "ingen@ingenstans.example"):
        page.goto("/logga-in/glomt-losenord/")
        looked_over()
        page.get_by_label("E-postadress").fill(address)
        page.locator("main form button[type=submit]").click()
        page.wait_for_url("**/skickat/**") if "skickat" in page.url else page.wait_for_load_state()
        looked_over()
    assert not [letter for letter in mail() if letter["to"] == "ingen@ingenstans.example"]
