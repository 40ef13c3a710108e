"""In by way of one's organisation, in a real browser: switched on, linked, used, cancelled, removed."""

import pytest
from playwright.sync_api import expect

from portal.ops.codes import code
from tests.tools.provider import LocalProvider

AMINA = "amina.haddad@lindasa.example"
SET = "from members.signon.models import *; Identity.objects.all().delete(); Provider.objects.all().delete()"


@pytest.fixture
def organisation(portal, watch):
    """Lindåsa's own provider, on this machine: the one other place that the browser may go to."""
    local = LocalProvider()
    yield local
    local.close()
    portal.manage("shell", "-c", SET)
    watch.problems[:] = [told for told in watch.problems if f"elsewhere: {local.issuer}/authorize" not in told]


@pytest.fixture
def administrator(accounts):
    return next(email for email, account in accounts.items() if "administrator" in str(account).lower())


@pytest.fixture
def log_out(page, sessions):
    def log_out():
        page.goto("/konto/")
        page.get_by_role("button", name="Logga ut").last.click()
        page.wait_for_url("**/logga-in/")
        sessions.pop(AMINA, None)

    return log_out


def switch_on(page, organisation):
    page.goto("/admin/inloggning-for-organisationer/")
    page.get_by_role("link", name="Lägg till en organisation").click()
    page.get_by_label("Organisation", exact=False).first.select_option(label="Lindåsa kommun")
    page.locator("[name=issuer]").fill(organisation.issuer)
    page.locator("[name=client_id]").fill(organisation.client_id)
    page.locator("[name=client_secret]").fill(organisation.secret)
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    expect(page.locator("code")).to_contain_text("/klar/")
    page.locator("[name=is_on]").check()
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    expect(page.locator("[name=is_on]")).to_be_checked()


def test_person_links_the_account_and_comes_in_by_way_of_the_organisation(
    page, organisation, administrator, accounts, codes, sessions, log_in, log_out, looked_over, letters
):
    sessions.pop(administrator, None)  # a code not older than a quarter of an hour
    log_in(administrator)
    switch_on(page, organisation)

    sessions.pop(AMINA, None)
    log_in(AMINA)
    page.goto("/konto/")
    page.get_by_role("link", name="Koppla till ditt konto").click()
    page.wait_for_url("**/konto/organisation/koppla/")
    expect(page.get_by_text("Anna på jobbet")).to_be_visible()
    looked_over()
    page.get_by_role("button", name="Koppla ihop").click()
    page.wait_for_url("**/konto/")
    expect(page.get_by_text("Nu kan du logga in genom din organisation.")).to_be_visible()
    looked_over()
    letters(to=AMINA, saying="Lindåsa kommun kopplades")

    log_out()
    looked_over()
    page.goto("/logga-in/?next=/deltagare/forum/")
    page.get_by_role("link", name="Logga in genom din organisation").click()
    looked_over()
    page.get_by_role("link", name="Lindåsa kommun").click()
    page.wait_for_url("**/logga-in/kod/**")
    looked_over()
    secret = accounts[AMINA]["totp_secret"]
    while code(secret) == codes.get(AMINA):
        page.wait_for_timeout(500)
    codes[AMINA] = code(secret)
    page.fill("input[autocomplete=one-time-code]", codes[AMINA])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/deltagare/forum/")
    looked_over()

    page.goto("/konto/")
    page.get_by_role("link", name="Ta bort kopplingen").click()
    page.wait_for_url("**/ta-bort/")
    looked_over()
    page.get_by_role("button", name="Ta bort").click()
    page.wait_for_url("**/konto/")
    expect(page.get_by_role("link", name="Koppla till ditt konto")).to_be_visible()

    log_out()
    page.goto("/logga-in/organisation/")
    page.get_by_role("link", name="Lindåsa kommun").click()
    page.wait_for_url("**/konto/organisation/koppla/")
    expect(page.get_by_role("heading", level=1)).to_have_text("En sak till innan du kommer in")
    looked_over()

    organisation.answers = {"error": "access_denied"}
    page.goto("/logga-in/organisation/")
    page.get_by_role("link", name="Lindåsa kommun").click()
    page.wait_for_url("**/det-gick-inte/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggningen avbröts")
    looked_over()
