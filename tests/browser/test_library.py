"""A reader looks for good examples: by filters, words and the map, with and without a mouse and a script."""

import re
import urllib.request

import pytest
from playwright.sync_api import expect

TEXTS = {
    "sv": {
        "address": "/goda-exempel/",
        "map": "Karta",
        "list": "Lista",
        "clear": "Rensa alla",
        "remove": "Ta bort",
        "show": "Visa träffar",
        "meant": "Inget exempel innehåller",
    },
    "en": {
        "address": "/en/goda-exempel/",
        "map": "Map",
        "list": "List",
        "clear": "Clear all",
        "remove": "Remove",
        "show": "Show results",
        "meant": "No example contains",
    },
}


@pytest.fixture(params=["sv", "en"])
def words(request):
    return TEXTS[request.param]


def number_of(page):
    return int(re.match(r"\d+", page.get_by_role("status").inner_text()).group())


def test_reader_filters_with_the_keyboard_and_keeps_the_focus(page, looked_over, no_cookies, words):
    page.goto(words["address"])
    looked_over()
    whole = number_of(page)
    cards = page.locator("main .cards > li")
    assert cards.count() == whole

    page.locator("details.facet[data-facet=niva] > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    choice = page.locator("details.facet[data-facet=niva] input").first
    expect(choice).to_be_focused()
    page.keyboard.press("Space")
    expect(cards).not_to_have_count(whole)
    expect(choice).to_be_focused()
    expect(choice).to_be_checked()
    assert cards.count() == number_of(page)
    assert "niva=" in page.url
    looked_over()

    # What stands in the address is what is shown, also to whom it is sent.
    few = number_of(page)
    page.reload()
    assert number_of(page) == few
    expect(choice).to_be_checked()
    page.go_back()
    expect(cards).to_have_count(whole)
    page.go_forward()
    expect(cards).to_have_count(few)

    page.get_by_role("link", name=re.compile(words["remove"])).click()
    expect(cards).to_have_count(whole)
    no_cookies()


def test_reader_searches_with_a_slip_of_the_pen_and_sees_where_the_words_stand(page, looked_over, words):
    page.goto(words["address"])
    looked_over()
    typed = "fritidsgårdne" if words["address"] == "/goda-exempel/" else "librray"
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("searchbox").press("Enter")
    looked_over()
    expect(page.get_by_text(re.compile(words["meant"]))).to_be_visible()
    assert number_of(page) > 0
    assert page.locator("main .cards mark").count() > 0

    page.goto(f"{words['address']}?q=xyzzyplugh")
    looked_over()
    assert number_of(page) == 0
    page.locator(".empty").get_by_role("link", name=words["clear"]).click()
    assert number_of(page) > 0


def test_reader_finds_a_county_on_the_map(page, looked_over, no_cookies, words):
    page.goto(words["address"])
    looked_over()
    page.get_by_role("link", name=words["map"], exact=True).click()
    looked_over()
    tiles = page.locator("svg.county-map__land a")
    assert tiles.count() > 0
    expect(page.locator(".county-map__table tbody tr")).to_have_count(21)
    name, number = tiles.first.get_attribute("aria-label").split(": ")
    tiles.first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"lan=\d\d"))
    assert number_of(page) == int(number)
    expect(page.locator("svg.county-map__land a.is-chosen")).to_have_attribute("aria-label", re.compile(name))
    looked_over()
    page.get_by_role("link", name=words["list"], exact=True).click()
    expect(page.locator("main .cards > li")).to_have_count(int(number))
    looked_over()
    no_cookies()


def test_reader_on_a_phone_opens_the_filters(page, looked_over, words):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(words["address"])
    fold = page.locator("details.fold")
    expect(fold.locator(".facet").first).not_to_be_visible()
    fold.locator("summary").first.click()
    fold.locator(".facet input").first.check()
    expect(fold.locator(".fold__count")).to_have_text(re.compile("^1 "))
    looked_over()


def test_reader_without_scripts_filters_by_the_button(browser, base_url, watch, words):
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(words["address"])
    whole = number_of(page)
    page.locator("details.facet[data-facet=niva] > summary").click()
    page.locator("details.facet[data-facet=niva] input").first.check()
    page.get_by_role("button", name=words["show"]).click()
    expect(page).to_have_url(re.compile("niva="))
    assert 0 < number_of(page) < whole
    page.get_by_role("link", name=words["clear"]).first.click()
    assert number_of(page) == whole
    context.close()


def test_reader_learns_what_the_steps_mean_and_takes_the_list_along(page, looked_over, no_cookies, words, base_url):
    page.goto(words["address"])
    looked_over()
    page.locator(".library__help a").click()
    looked_over()
    expect(page.locator(".strengths > li")).to_have_count(5)
    page.locator(".strengths > li").first.get_by_role("link").click()
    looked_over()
    assert number_of(page) > 0
    take = page.locator(".library__take")
    links = [link.get_attribute("href") for link in take.get_by_role("link").all()]
    for address, beginning in zip(links[:3], (b"<?xml", b"\xef\xbb\xbf", b"TY  - "), strict=True):
        with urllib.request.urlopen(base_url + address) as answer:
            assert answer.read().startswith(beginning), address
    take.get_by_role("link", name=re.compile("API")).click()
    looked_over()
    no_cookies()
