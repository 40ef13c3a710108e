"""Story: somebody finds their way around the site, in both languages, and tells of what stood in the way."""

import re

import pytest
from playwright.sync_api import expect

LANGUAGES = pytest.mark.parametrize("root", ["", "/en"], ids=["sv", "en"])


@LANGUAGES
def test_reader_narrows_a_search_to_one_kind(page, looked_over, no_cookies, root):
    page.goto(f"{root}/sok/?q=extremism")
    looked_over()
    kinds = page.locator(".kinds a")
    whole = int(kinds.first.locator(".count").inner_text())
    assert kinds.count() > 2

    examples = kinds.nth(1)
    count = int(examples.locator(".count").inner_text())
    assert 0 < count < whole
    examples.click()
    looked_over()
    expect(page).to_have_url(re.compile(r"slag=exempel"))
    expect(page.locator(".kinds [aria-current]")).to_have_count(1)
    expect(page.get_by_role("status")).to_contain_text(str(count))
    no_cookies()


@LANGUAGES
def test_reader_who_misspells_is_understood(page, looked_over, no_cookies, root):
    page.goto(f"{root}/sok/?q=extremsim")
    looked_over()
    expect(page.get_by_role("status")).to_contain_text(re.compile("extremis", re.IGNORECASE))
    assert page.locator("main .rows > li").count() > 0
    no_cookies()


@LANGUAGES
def test_reader_at_a_wrong_address_searches_from_there(page, looked_over, no_cookies, root):
    assert page.goto(f"{root}/finns-inte/").status == 404
    looked_over()
    expect(page.locator("html")).to_have_attribute("lang", root.strip("/") or "sv")
    box = page.get_by_role("searchbox")
    box.fill("extremism")
    box.press("Enter")
    expect(page).to_have_url(re.compile(rf"{root}/sok/\?q=extremism"))
    looked_over()
    no_cookies()


@LANGUAGES
def test_reader_follows_the_news(page, looked_over, no_cookies, root):
    page.goto(f"{root}/nyheter/")
    looked_over()
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")
    assert feed == f"{root}/nyheter/atom.xml"
    first = page.locator("main .rows h2 a").first
    title = first.inner_text()
    assert title in page.request.get(feed).text()
    first.click()
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    no_cookies()


@LANGUAGES
def test_reader_tells_of_a_barrier_without_a_name(page, looked_over, letters, root):
    page.goto(f"{root}/tillganglighet/")
    looked_over()
    assert page.locator("main h2").count() == 11
    page.locator(f"main a[href='{root}/tillganglighet/meddela/']").click()
    looked_over()

    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()

    told = f"Kartan gick inte att läsa {root or '/sv'}"
    page.locator("textarea[name=text]").fill(told)
    # The form asks for as long as a person needs to write.
    page.wait_for_timeout(4000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/meddela/tack/$"))
    looked_over()
    letters(saying=told)


def test_switch_of_language_keeps_the_reader_on_the_page(page, looked_over, no_cookies):
    for path in ("/nyheter/", "/sok/?q=skola", "/tillganglighet/", "/kakor/"):
        page.goto(path)
        looked_over()
        page.get_by_role("link", name="English").first.click()
        expect(page).to_have_url(re.compile(rf"/en{re.escape(path)}$"))
        expect(page.locator("html")).to_have_attribute("lang", "en")
        looked_over()
    no_cookies()


def test_first_page_leads_on_with_the_keyboard_alone(page, looked_over):
    page.goto("/")
    looked_over()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hitta goda exempel").first).to_be_focused()


def test_style_guide_holds_in_both_languages(page, looked_over):
    for path in ("/stil/", "/en/stil/"):
        page.goto(path)
        looked_over()
