"""What is being written survives a lost session, a closed window and a change of mind."""

import re

from playwright.sync_api import expect

BO = "bo.sandelin@lindasa.example"
TEXT = "Vi har en mall för samverkan som ni kan få."


def start_thread(page, watch, title):
    page.goto("/deltagare/forum/ny/")
    page.get_by_label("Rubrik").fill(title)
    page.locator("main textarea").fill("Har någon en mall för samverkan?")
    page.get_by_role("button", name="Publicera tråden").click()
    page.wait_for_url(re.compile(r"/forum/trad/\d+/"))
    # The story of the participant looks these pages over.
    watch.looked_over.update(watch.visited)


def kept(page):
    """Wait until the browser has put the text away; wait_for_function would need eval, which the policy refuses."""
    for _try in range(50):
        if page.evaluate("() => Object.keys(localStorage).some((name) => name.startsWith('draft:'))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("No draft was kept.")


def test_reply_survives_a_session_that_has_ended(page, looked_over, watch, log_in, context):
    log_in(BO)
    start_thread(page, watch, "Mall för samverkan")
    thread = page.url
    page.locator("main textarea").fill(TEXT)
    kept(page)
    context.clear_cookies()
    page.get_by_role("button", name="Publicera svaret").click()
    page.wait_for_url("**/logga-in/**")
    watch.looked_over.update(watch.visited)

    log_in(BO)
    page.goto(thread)
    note = page.get_by_role("status").filter(has_text="Det du skrev förra gången är tillbaka.")
    expect(note).to_be_visible()
    expect(page.locator("main textarea")).to_have_value(TEXT)
    looked_over()
    page.get_by_role("button", name="Publicera svaret").click()
    expect(page.locator(".post").last).to_contain_text(TEXT)
    expect(page.locator("main textarea")).to_have_value("")
    page.reload()
    expect(page.locator("main textarea")).to_have_value("")
    expect(note).to_be_hidden()


def test_draft_can_be_thrown_away(page, looked_over, watch, log_in):
    log_in(BO)
    start_thread(page, watch, "En annan mall")
    page.locator("main textarea").fill(TEXT)
    kept(page)
    page.reload()
    expect(page.locator("main textarea")).to_have_value(TEXT)
    page.get_by_role("button", name="Släng utkastet").click()
    expect(page.locator("main textarea")).to_be_focused()
    expect(page.locator("main textarea")).to_have_value("")
    page.reload()
    expect(page.locator("main textarea")).to_have_value("")
    looked_over()


def test_quote_goes_below_what_had_been_written(page, looked_over, watch, log_in):
    log_in(BO)
    start_thread(page, watch, "En tredje mall")
    page.locator("main textarea").fill(TEXT)
    kept(page)
    page.get_by_role("link", name="Citera").first.click()
    looked_over()
    box = page.locator("main textarea")
    expect(box).to_have_value(re.compile(re.escape(TEXT) + r"\n\n> \[Bo Sandelin\]\(.*\) skrev:\n>\n> Har någon"))
    page.get_by_role("link", name="Avbryt").click()
    expect(page.locator("main textarea")).to_have_value("")


def test_logging_out_leaves_no_draft_behind(page, watch, log_in):
    """The next person at the same computer finds nothing of it."""
    log_in(BO)
    start_thread(page, watch, "En mall till")
    page.locator("main textarea").fill(TEXT)
    kept(page)
    page.goto("/konto/")
    page.get_by_role("main").get_by_role("button", name="Logga ut").click()
    page.wait_for_url("**/logga-in/")
    watch.looked_over.update(watch.visited)
    assert page.evaluate("() => localStorage.length") == 0
