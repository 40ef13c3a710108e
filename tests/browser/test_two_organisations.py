"""Story: somebody who takes part for two organisations acts for one at a time, and never in the wrong one's name."""

import re

from playwright.sync_api import expect

LINNEA = "linnea.westling@kvarnsele.example"
WRITE = "/deltagare/vart-arbete/inventering/skriv/"
TEXT = "Kvarnsele: oron handlar mest om slutna grupper på nätet."


def chooser(page):
    return page.locator(".members-bar .chooser")


def act_for(page, name):
    """Choose in the header, with the keyboard alone."""
    chooser(page).locator("summary").focus()
    page.keyboard.press("Enter")
    chooser(page).get_by_role("button", name=re.compile(name)).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_person_of_two_organisations_acts_for_the_chosen_one(page, looked_over, log_in):
    log_in(LINNEA)
    page.goto("/deltagare/")
    act_for(page, "Norrviks kommun")
    expect(chooser(page).locator("summary")).to_contain_text("Norrviks kommun")
    expect(page.locator("main")).to_contain_text("Norrviks kommun")
    looked_over()
    # She leads Kvarnsele's part, and takes part in Norrvik's: the choice decides what she may do.
    page.goto("/deltagare/deltagarlista/")
    expect(page.get_by_role("link", name="Bjud in", exact=True)).to_have_count(0)
    act_for(page, "Kvarnsele kommun")
    page.goto("/deltagare/deltagarlista/")
    expect(page.get_by_role("link", name="Bjud in", exact=True)).to_be_visible()
    chooser(page).locator("summary").click()
    looked_over()


def test_form_opened_for_one_organisation_is_saved_for_it(page, looked_over, log_in):
    log_in(LINNEA)
    page.goto("/deltagare/")
    looked_over()
    act_for(page, "Kvarnsele kommun")
    page.goto(WRITE)

    elsewhere = page.context.new_page()
    elsewhere.goto("/deltagare/valj-natverk/")
    elsewhere.get_by_role("button", name=re.compile("Delta för Norrviks kommun")).click()
    expect(chooser(elsewhere).locator("summary")).to_contain_text("Norrviks kommun")
    elsewhere.close()

    page.locator("main textarea").first.fill(TEXT)
    page.get_by_role("button", name="Spara", exact=True).last.click()
    page.wait_for_load_state()
    expect(chooser(page).locator("summary")).to_contain_text("Kvarnsele kommun")
    looked_over()
    page.goto(WRITE)
    expect(page.locator("main textarea").first).to_have_value(TEXT)
    looked_over()

    act_for(page, "Norrviks kommun")
    page.goto(WRITE)
    expect(page.locator("main textarea").first).not_to_have_value(TEXT)
    page.goto("/deltagare/valj-natverk/")
    looked_over()
