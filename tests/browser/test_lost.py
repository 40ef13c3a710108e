"""Somebody has lost the telephone and the codes; somebody takes a new e-mail address, or has it taken from them."""

import re

import pytest
from playwright.sync_api import expect

from portal.ops.codes import code

AMINA, FREDRIK = "amina.haddad@lindasa.example", "fredrik.akerhielm@natverket.example"
PASSWORD = "lugn sjö med nio svanar"
NEWCOMER = """
from members.accounts.models import TotpDevice
from members.accounts.services import create_account
from members.organisations.models import Membership
from members.organisations.services import create_membership
near = Membership.objects.current().filter(user__email={near!r}).first()
user = create_account(email={email!r}, name={name!r}, password={password!r}, language={language!r})
create_membership(user=user, organisation=near.organisation, network=near.network, role="member", by=near.user)
device = TotpDevice.objects.create(user=user, name="", secret=TotpDevice.new_secret(), confirmed=True)
print({mark!r} + device.secret)
"""
WAIT_IS_OVER = """
from django.utils import timezone
from members.accounts.models import FactorReset
FactorReset.objects.filter(user__email={email!r}, ended_at=None).update(opens_at=timezone.now())
"""
MARK = "secret:"


@pytest.fixture
def newcomer(portal):
    """Make somebody new in Amina's organisation; gives the key of their app."""

    def newcomer(email, name, language="sv"):
        given = {"near": AMINA, "email": email, "name": name, "password": PASSWORD, "language": language, "mark": MARK}
        return portal.manage("shell", "-c", NEWCOMER.format(**given)).split(MARK)[1].strip()

    return newcomer


@pytest.fixture
def afresh(page, sessions, log_in):
    """Log in now, so that the code is not older than a quarter of an hour."""

    def afresh(email):
        sessions.pop(email, None)
        log_in(email)

    return afresh


def path_in(letter, pattern):
    return "/" + re.search(rf"https?://[^/\s]+/(\S*{pattern}\S+)", letter["text"]).group(1)


def show_password(page, email, prefix=""):
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    page.goto(f"{prefix}/logga-in/")
    page.fill("input[name=username]", email)
    page.fill("input[type=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/logga-in/kod/**")


def vouch(page, looked_over, name):
    page.goto("/deltagare/deltagarlista/")
    page.get_by_role("link", name=re.compile(f"Har tappat telefonen.*{name}")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Går du i god för {name}?")
    looked_over()
    page.get_by_role("button", name="Ja, jag har pratat med personen").click()
    page.wait_for_url("**/deltagarlista/")
    expect(page.get_by_text(f"{name} har fått ett mejl")).to_be_visible()


def test_lost_telephone_is_vouched_for_stopped_and_vouched_for_again(
    page, portal, looked_over, watch, afresh, letters, newcomer
):
    email, name = "tage.borta@lindasa.example", "Tage Borta"
    newcomer(email, name)
    afresh(AMINA)
    vouch(page, looked_over, name)
    looked_over()
    told = letters(to=email, saying="har gått i god för dig")[0]
    letters(to=FREDRIK, saying=name)

    show_password(page, email)
    looked_over()
    page.get_by_role("link", name="Börja om, för en kollega har gått i god för mig").click()
    page.wait_for_url("**/borja-om/")
    expect(page.locator("main")).to_contain_text("eller senare")
    expect(page.get_by_role("button", name="Börja om")).to_have_count(0)
    looked_over()

    stop = path_in(told, "logga-in/stoppa/")
    page.goto(stop)
    looked_over()
    page.get_by_role("button", name="Stoppa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoppat")
    looked_over()
    page.goto(stop)
    expect(page.get_by_role("heading", level=1)).to_have_text("Det finns inget att stoppa")
    looked_over()

    afresh(AMINA)
    vouch(page, looked_over, name)
    portal.manage("shell", "-c", WAIT_IS_OVER.format(email=email))
    show_password(page, email)
    page.get_by_role("link", name="Börja om, för en kollega har gått i god för mig").click()
    page.wait_for_url("**/borja-om/")
    looked_over()
    page.get_by_role("button", name="Börja om").click()
    page.wait_for_url("**/konto/tvafaktor/**")
    looked_over()
    secret = page.locator("#nyckel").inner_text().replace(" ", "")
    page.locator("input[autocomplete=one-time-code]").fill(code(secret))
    page.get_by_role("button", name="Koppla appen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Spara dina återställningskoder")
    looked_over()
    assert len(page.locator("#koder").inner_text().split()) == 10
    page.get_by_role("button", name="Jag har sparat koderna").click()
    page.wait_for_url("**/deltagare/")
    watch.looked_over.add("/deltagare/")
    letters(to=email, saying="Du började om med inloggningen")


def test_new_address_is_confirmed_where_it_goes_and_undone_from_where_it_was(
    page, looked_over, watch, letters, newcomer
):
    """In English: the owner's pages and mails are in their own language."""
    old, new = "vera.flytt@lindasa.example", "vera.ny@lindasa.example"
    secret = newcomer(old, "Vera Flytt", "en")
    show_password(page, old, "/en")
    page.fill("input[autocomplete=one-time-code]", code(secret))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/logga-in" not in url)
    watch.looked_over.update(watch.visited)  # the story about logging in looks those over
    page.goto("/en/konto/")
    looked_over()
    page.get_by_role("main").get_by_role("link", name=re.compile("address")).first.click()
    page.wait_for_url("**/en/konto/e-post/")
    page.locator("[name=email]").fill(old)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
    page.locator("[name=email]").fill(new)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/en/konto/")

    page.goto(path_in(letters(to=old, saying="konto/e-post/godkann")[0], "konto/e-post/godkann/"))
    expect(page.locator("main")).to_contain_text(new)
    looked_over()
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main form")).to_have_count(0)
    looked_over()

    page.goto(path_in(letters(to=new)[0], "konto/e-post/bekrafta/"))
    assert page.url.split("/")[3] == "en"
    expect(page.locator("main")).to_contain_text(new)
    looked_over()
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main form")).to_have_count(0)
    looked_over()

    undo = path_in(letters(to=old, saying="konto/e-post/angra")[0], "konto/e-post/angra/")
    page.goto(undo)
    expect(page.locator("main")).to_contain_text(old)
    looked_over()
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main form")).to_have_count(0)
    looked_over()
    assert page.request.get("/en/konto/", max_redirects=0).status == 302
    page.goto(undo)
    looked_over()

    # Whoever changed the address knew the password: it opens nothing any more.
    page.goto("/en/logga-in/")
    page.fill("input[name=username]", old)
    page.fill("input[type=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
