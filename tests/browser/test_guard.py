"""Keeping one's account to oneself: logging out elsewhere, and a form that was sent too late."""

import re

import pytest
from playwright.sync_api import expect

BO = "bo.sandelin@lindasa.example"
TEXT = "Skrivet när inloggningen hade gått ut, utan skript."


@pytest.fixture
def elsewhere(browser, base_url, page):
    """Another browser, without scripts."""
    context = browser.new_context(base_url=base_url, locale="sv-SE", java_script_enabled=False)
    yield context.new_page()
    context.close()


def log_in_at(page, account, codes):
    """Fill in the page that asks for the login, and then the code; a code counts once."""
    from portal.ops.codes import code

    page.fill("input[name=username]", account["email"])
    page.fill("input[name=password]", account["password"])
    page.locator("main form:has(input[name=username]) button").click()
    while code(account["totp_secret"]) == codes.get(account["email"]):
        page.wait_for_timeout(500)
    codes[account["email"]] = code(account["totp_secret"])
    page.fill("input[name=code]", codes[account["email"]])
    page.locator("main form:has(input[name=code]) button").first.click()


def test_other_browser_is_logged_out_and_its_text_comes_back(page, looked_over, log_in, elsewhere, accounts, codes):
    """The one that is logged out has no scripts, and sends what was being written there: not a word is lost."""
    log_in(BO)
    elsewhere.goto("/deltagare/forum/ny/")
    log_in_at(elsewhere, accounts[BO], codes)
    elsewhere.wait_for_url("**/deltagare/forum/ny/")
    elsewhere.get_by_label("Rubrik").fill("Skrivet på en annan dator")
    elsewhere.locator("main textarea").fill(TEXT)

    page.goto("/konto/inloggad/")
    looked_over()
    rows = page.locator("main .rows li")
    expect(rows.filter(has_text="Den du använder nu")).to_have_count(1)
    page.get_by_role("button", name=re.compile("^Logga ut(?! överallt)")).first.click()
    expect(page.get_by_text("Utloggad där.")).to_be_visible()
    looked_over()

    elsewhere.get_by_role("button", name="Publicera tråden").click()
    elsewhere.wait_for_url("**/logga-in/**")
    expect(elsewhere.get_by_text("Det du fyllde i är inte skickat")).to_be_visible()
    log_in_at(elsewhere, accounts[BO], codes)
    elsewhere.wait_for_url("**/logga-in/det-du-skrev/")
    expect(elsewhere.locator("main textarea").filter(has_text=TEXT)).to_be_visible()
    elsewhere.get_by_role("button", name="Skicka", exact=True).click()
    elsewhere.wait_for_url(re.compile(r"/forum/trad/\d+/"))
    expect(elsewhere.locator(".post").first).to_contain_text(TEXT)
