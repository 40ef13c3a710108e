"""Story 1: somebody reads, filters, searches, and registers an organisation. Nobody logs in."""

import re

import pytest
from playwright.sync_api import expect


def test_reader_finds_the_closed_invitation_and_the_way_to_the_open_one(page, looked_over, no_cookies):
    page.goto("/")
    looked_over()
    page.get_by_role("link", name="Inbjudan", exact=True).first.click()
    looked_over()

    expect(page.get_by_text("Anmälan är stängd").first).to_be_visible()
    main = page.locator("main")
    expect(main).to_contain_text("15 november 2016")
    expect(main).to_contain_text(re.compile(r"8\s?000 kr"))
    expect(main).to_contain_text("Malin Svanberg")
    expect(main).to_contain_text("08-452 71 43")
    expect(main).to_contain_text("Greta Berg")
    expect(page.get_by_role("row", name="Träff 1")).to_contain_text("6 december 2016")
    expect(page.get_by_role("row", name="Träff 1")).to_contain_text("10:00–16:00")
    expect(page.get_by_role("row", name=re.compile(r"^Träff \d"))).to_have_count(5)

    page.get_by_role("link", name=re.compile("Öppen för anmälan nu")).click()
    looked_over()
    expect(page.get_by_role("link", name="Anmäl er organisation").first).to_be_visible()
    no_cookies()


def test_reader_reads_the_same_in_english(page, looked_over, no_cookies):
    page.goto("/inbjudan/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/inbjudan/$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("main")).to_contain_text("Registration is closed")
    expect(page.locator("main")).to_contain_text("Malin Svanberg")
    looked_over()
    page.goto("/en/")
    looked_over()
    page.goto("/en/goda-exempel/")
    looked_over()
    page.locator("main .card a").first.click()
    looked_over()
    page.goto("/inbjudan/")
    looked_over()
    no_cookies()


def test_reader_filters_good_examples_and_reads_one(page, looked_over, no_cookies):
    page.goto("/goda-exempel/")
    looked_over()
    cards = page.locator("main .cards > li")
    assert cards.count() >= 8

    page.locator("details.facet[data-facet=niva] > summary").click()
    page.locator("details.facet[data-facet=niva] input").first.check()
    page.wait_for_url(re.compile("niva="))
    looked_over()
    assert 0 < cards.count() < 8
    page.get_by_role("link", name="Rensa alla").click()
    page.wait_for_url(re.compile(r"/goda-exempel/$"))
    expect(cards.nth(7)).to_be_visible()

    cards.get_by_role("link", name="Lägesbild på två sidor").click()
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Hur säkert är det?")).to_be_visible()
    no_cookies()


def test_reader_searches_the_site(page, looked_over, no_cookies):
    page.goto("/sok/")
    looked_over()
    page.get_by_role("searchbox").fill("lägesbild")
    page.get_by_role("searchbox").press("Enter")
    looked_over()
    expect(page.get_by_role("status")).to_contain_text("lägesbild")
    assert page.locator("main .rows > li").count() > 0

    page.goto("/sok/?q=xyzzyplugh")
    looked_over()
    expect(page.get_by_text("Inget matchade")).to_be_visible()
    no_cookies()


def test_footer_says_where_to_turn_with_worry(page, looked_over):
    page.goto("/")
    looked_over()
    worry = page.locator("footer, .worry").first
    expect(worry).to_contain_text("Orolig för någon?")
    for number in ("112", "114 14"):
        expect(page.locator("body")).to_contain_text(number)
    expect(page.locator("body")).to_contain_text("Socialtjänsten")


@pytest.mark.parametrize(
    "path",
    [
        "/nyheter/", "/kontakt/", "/tillganglighet/", "/personuppgifter/", "/kakor/",
        "/en/nyheter/", "/en/kontakt/", "/en/tillganglighet/", "/en/personuppgifter/", "/en/kakor/",
    ],
)  # fmt: skip
def test_reader_finds_the_other_pages(page, looked_over, no_cookies, path):
    answer = page.goto(path)
    assert answer.status == 200
    looked_over()
    no_cookies()


def test_missing_page_helps(page, looked_over):
    answer = page.goto("/finns-inte/")
    assert answer.status == 404
    looked_over()


def test_reader_registers_an_organisation(page, looked_over, letters, portal):
    page.goto("/anmalan/")
    if page.url.endswith("/anmalan/"):
        looked_over()
        page.get_by_role("link", name=re.compile("lägesbild")).click()
    looked_over()

    go_on = page.get_by_role("button", name="Spara och gå vidare")
    go_on.click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()

    page.get_by_label("Organisation", exact=True).fill("Arboga kommun")
    page.wait_for_timeout(3000)  # nobody writes faster
    go_on.click()
    page.wait_for_url(re.compile("/personer/"))
    first = page.get_by_role("group", name="Kontaktperson", exact=True)
    first.get_by_label("Namn").fill("Kajsa Kontakt")
    first.get_by_label("E-postadress").fill("kajsa@arboga.example")
    first.get_by_label("Telefon").fill("070-000 00 00")
    page.get_by_label("Hur många personer ska delta?").fill("2")
    looked_over()
    go_on.click()
    page.get_by_label("Vi vet inte än när beslut fattas").check()
    looked_over()
    go_on.click()
    page.get_by_label(re.compile("Vi är beredda")).check()
    looked_over()
    go_on.click()
    page.wait_for_url(re.compile("/faktura/"))
    looked_over()
    go_on.click()
    page.wait_for_url(re.compile("/granska/"))
    looked_over()
    page.get_by_role("button", name="Skicka anmälan").click()

    page.wait_for_url(re.compile("/tack/"))
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, vi har fått er anmälan")
    expect(page.locator("main")).to_contain_text(re.compile(r"2 × 6\s?500 kronor = 13\s?000 kronor"))
    receipts = letters(to="kajsa@arboga.example")
    assert len(receipts) == 1
    assert "inte ett besked om plats" in receipts[0]["text"]
