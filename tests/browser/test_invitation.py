"""The invitation: a reader asks to be told next time and takes the files along; a coordinator starts the next network
and reads in an invitation.
"""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.home.letters import shapes

DAVID = "david.ekwall@natverket.example"
HENRIK = "henrik.bjorkdahl@natverket.example"
LANGUAGES = pytest.mark.parametrize(
    ("prefix", "address"), [("", "lisa@lindasa.example"), ("/en", "ann@lindasa.example")], ids=["sv", "en"]
)


@LANGUAGES
def test_reader_of_a_closed_invitation_asks_to_be_told_next_time(page, looked_over, letters, prefix, address):
    page.goto(f"{prefix}/inbjudan/forebyggande-arbete/")
    looked_over()
    page.locator(f"main a[href='{prefix}/prenumerera/nasta-inbjudan/']").last.click()
    looked_over()
    page.locator("input[name=email]").fill(address)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(re.compile("/tack/"))
    looked_over()
    link = re.search(rf"(?<=\d){prefix}/prenumeration/\S+/", letters(to=address)[0]["text"]).group()
    page.goto(link)
    looked_over()
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    looked_over()
    expect(page.locator("main [role=status]")).to_contain_text(address)


@LANGUAGES
def test_reader_takes_the_invitation_along(page, looked_over, no_cookies, prefix, address):
    page.goto(f"{prefix}/inbjudan/lokal-lagesbild/")
    looked_over()
    tools = page.locator("section[aria-labelledby=ta-med]")
    for name, kind, begins in (
        ("invitation.pdf", "application/pdf", b"%PDF-"),
        ("traffar.ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
    ):
        link = tools.locator(f"a[href$='{name}']").get_attribute("href")
        answer = page.request.get(link)
        assert (answer.status, answer.headers["content-type"]) == (200, kind)
        assert answer.body().startswith(begins)
    expect(tools.locator("a[href^='mailto:?subject=']")).to_have_count(1)
    expect(tools.locator("button[data-print]")).to_be_visible()

    page.get_by_role("spinbutton").fill("3")
    with page.expect_download() as download:
        page.get_by_role("spinbutton").press("Enter")
    assert download.value.suggested_filename == "beslutsunderlag-lokal-lagesbild.docx"

    page.get_by_role("spinbutton").fill("900")
    page.get_by_role("spinbutton").press("Enter")
    page.wait_for_url(re.compile("antal=900"))
    looked_over()
    expect(page.locator(".error-summary")).to_be_focused()
    picture = page.request.get(f"{prefix}/inbjudan/lokal-lagesbild/").text()
    shared = re.search(r'property="og:image" content="https?://[^/]+([^"]+)"', picture).group(1)
    assert page.request.get(shared).headers["content-type"] == "image/png"
    no_cookies()


@LANGUAGES
def test_invitation_without_javascript_offers_the_same_files(browser, portal, prefix, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal.address}{prefix}/inbjudan/lokal-lagesbild/")
    tools = page.locator("section[aria-labelledby=ta-med]")
    expect(tools.locator("a[href$='invitation.pdf']")).to_be_visible()
    expect(tools.locator("button")).to_have_count(2)
    expect(tools.locator("button[data-print]")).to_be_hidden()
    page.get_by_role("spinbutton").fill("4")
    with page.expect_download():
        page.get_by_role("spinbutton").press("Enter")
    context.close()


@pytest.fixture
def passing(portal):
    """The short name of a network whose coordinators leave it when the story ends: others count on theirs."""
    yield "lagesbild-igen"
    portal.manage(
        "shell",
        "-c",
        "from members.organisations.models import Membership\n"
        "assert Membership.objects.filter(network__slug='lagesbild-igen').delete()[0]",
    )


def test_coordinator_starts_the_next_network(page, looked_over, log_in, passing):
    log_in(DAVID)
    page.goto("/admin/nasta-natverk/")
    page.get_by_role("link", name="Nätverk för lokal lägesbild").click()
    page.get_by_label("Namn", exact=False).first.fill("Lägesbild, andra omgången")
    page.locator("input[name=slug]").fill(passing)
    coming = datetime.date.today() + datetime.timedelta(days=300)
    page.locator("input[name=first_day]").fill(coming.isoformat())
    page.get_by_role("button", name="Visa vad som skapas").click()
    looked_over()
    expect(page.locator("main")).to_contain_text("Träffar och uppgifter")
    page.get_by_role("button", name="Starta nätverket").click()
    expect(page.locator("body")).to_contain_text("Nätverket är startat")
    page.goto("/admin/snippets/meetings/meeting/")
    expect(page.locator("main")).to_contain_text("Lägesbild, andra omgången")


def test_coordinator_reads_in_an_invitation(page, looked_over, log_in):
    log_in(HENRIK)
    page.goto("/admin/las-in-inbjudan/")
    looked_over()
    page.locator("select[name=network]").select_option(label="Trygga mötesplatser i kustkommuner")
    word = {
        "name": "inbjudan.docx",
        "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "buffer": shapes.with_a_link_and_an_unknown_part(),
    }
    page.locator("input[name=file]").set_input_files(word)
    page.get_by_role("button", name="Läs in").click()
    looked_over()
    expect(page.locator("input[name=title]")).to_have_value(shapes.TITLE)
    expect(page.locator("textarea[name=unplaced]")).to_have_value(re.compile("Middag på hotellet"))
    expect(page.locator(".letter__source")).to_contain_text(shapes.BACKGROUND)
    page.locator("textarea[name=goal]").fill("Ett arbete som **håller**.")
    page.get_by_role("button", name="Spara som utkast").click()
    expect(page.locator("body")).to_contain_text("Utkastet är sparat")
    # A draft is nobody's to read but the editors'.
    assert page.request.get("/inbjudan/trygga-motesplatser/").status == 404
