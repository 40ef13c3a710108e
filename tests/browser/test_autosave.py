"""What is being written is saved by itself, and an expired session eats none of it."""

import re

from playwright.sync_api import expect

PER_OLOF = "per-olof.grahn@mellanslatt.example"


def test_answer_is_saved_while_it_is_written(page, looked_over, log_in):
    log_in(PER_OLOF)
    page.goto("/deltagare/mellan-traffarna/")
    looked_over()
    page.get_by_role("link", name="Sju frågor till fem verksamheter").click()
    looked_over()
    page.get_by_role("link", name="Svara", exact=True).click()
    page.locator("main textarea").first.fill("Vi har frågat fritidsgården.")
    expect(page.locator("[data-autosave-status]")).to_contain_text(re.compile(r"Sparat \d\d:\d\d"))
    looked_over()

    page.reload()
    expect(page.locator("main textarea").first).to_have_value("Vi har frågat fritidsgården.")


def test_text_comes_back_after_an_expired_session(page, looked_over, log_in, context):
    log_in(PER_OLOF)
    page.goto("/deltagare/vart-arbete/inventering/skriv/")
    context.clear_cookies(name="sessionid")
    page.locator("main textarea").first.fill("Skrivet när sessionen hade gått ut.")
    page.get_by_role("button", name="Spara", exact=True).last.click()
    page.wait_for_url(re.compile("/logga-in/"))
    looked_over()

    log_in(PER_OLOF)
    page.goto("/deltagare/vart-arbete/inventering/skriv/")
    expect(page.locator("main textarea").first).to_have_value("Skrivet när sessionen hade gått ut.")
    looked_over()
