"""A participant looks over what stands about them, shows a picture, and finds somebody to ask."""

import re

from playwright.sync_api import expect

from tests.pictures import picture

AMINA = "amina.haddad@lindasa.example"
BO = "bo.sandelin@lindasa.example"
PER_OLOF = "per-olof.grahn@mellanslatt.example"


def test_participant_confirms_what_stands_about_them(page, looked_over, log_in):
    log_in(PER_OLOF)
    page.goto("/deltagare/")
    question = page.get_by_role("region", name="Stämmer det fortfarande?")
    expect(question).to_contain_text("Utvecklingsledare, barn- och ungdomspsykiatrin")
    looked_over()
    question.get_by_role("button", name="Ja, det stämmer").click()
    expect(page.get_by_role("status")).to_contain_text("Vi frågar igen om ett år")
    expect(question).to_be_hidden()
    looked_over()
    page.goto("/konto/")
    expect(page.locator("main")).to_contain_text("Bekräftade i")
    looked_over()


def test_participant_shows_a_picture_and_takes_it_away(page, looked_over, log_in):
    log_in(BO)
    page.goto("/konto/")
    looked_over()
    page.get_by_role("link", name="Lägg till en bild av dig").click()
    looked_over()
    page.get_by_label("Bild", exact=True).set_input_files(
        {"name": "jag.jpg", "mimeType": "image/jpeg", "buffer": b"ingen bild"}
    )
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("alert")).to_contain_text("Filen går inte att läsa som bild.")
    looked_over()
    page.get_by_label("Bild", exact=True).set_input_files(
        {"name": "jag.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(900, 600))}
    )
    page.get_by_label("Vem som ser bilden").select_option("network")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("status")).to_contain_text("Din bild är sparad.")
    looked_over()

    log_in(AMINA)
    page.goto("/deltagare/deltagarlista/")
    row = page.get_by_role("listitem").filter(has_text="Bo Sandelin")
    expect(row.locator(".portrait img")).to_have_js_property("naturalWidth", 96)
    looked_over()
    row.get_by_role("link", name="Bo Sandelin").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bo Sandelin")
    expect(page.locator(".portrait img")).to_have_js_property("naturalWidth", 480)
    looked_over()

    log_in(BO)
    page.goto("/konto/bild/")
    looked_over()
    page.get_by_role("button", name="Ta bort bilden").click()
    expect(page.locator("main .portrait")).to_have_text("BS")
    looked_over()


def test_contact_person_finds_somebody_to_ask_and_looks_over_the_colleagues(page, looked_over, log_in):
    log_in(AMINA)
    page.goto("/deltagare/deltagarlista/?q=bibliotek")
    looked_over()
    page.get_by_role("link", name="Vera Holmstrand").click()
    expect(page.get_by_role("link", name="Fråga med e-post")).to_have_attribute("href", re.compile("^mailto:vera"))
    looked_over()
    page.get_by_role("link", name="samtal på bibliotek").click()
    page.wait_for_url(re.compile("deltagarlista/.q="))
    looked_over()
    page.goto("/deltagare/deltagarlista/se-over/")
    expect(page.locator("main")).to_contain_text("Bo Sandelin")
    looked_over()
