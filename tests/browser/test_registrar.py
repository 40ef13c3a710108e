"""The head of administration hands the decision on to the registrar, who leaves it on a phone and is told it came."""

import re

from playwright.sync_api import expect

from tests.browser.inbox import link_in

CONTACT = "hillevi.stahlbom@brunnsjo.example"
REGISTRAR = "kansliet@brunnsjo.example"
PDF = {"name": "protokoll.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 beslut"}


def test_registrar_leaves_the_decision_by_the_mailed_link(page, looked_over, letters):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(link_in(letters(to=CONTACT)[0], "arende"))
    looked_over()
    page.get_by_role("link", name="Låt registratorn lämna beslutet").click()
    looked_over()
    page.wait_for_timeout(3000)  # nobody writes faster
    page.get_by_role("button", name="Mejla länken").click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
    page.get_by_label("Registratorns e-postadress").fill(REGISTRAR)
    page.get_by_role("button", name="Mejla länken").click()
    expect(page.get_by_role("status")).to_contain_text("på väg till registratorn")
    looked_over()

    page.goto(link_in(letters(to=REGISTRAR)[0], "registrator"))
    looked_over()
    page.get_by_label("Datum för beslutet").fill("2026-01-20")
    page.get_by_label("Paragraf i protokollet").fill("§ 12")
    page.wait_for_timeout(3000)
    page.get_by_role("button", name="Lämna beslutet").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Paragraf i protokollet")).to_have_value("§ 12")
    looked_over()
    page.get_by_label("Beslutet eller protokollsutdraget").set_input_files(PDF)
    page.get_by_role("button", name="Lämna beslutet").click()
    page.wait_for_url(re.compile("/tack/"))
    expect(page.get_by_role("main")).to_contain_text("protokoll.pdf")
    looked_over()
    letter = letters(to=CONTACT)[0]
    assert "protokoll.pdf" in letter["text"]

    page.goto(link_in(letter, "arende"))
    looked_over()
    page.get_by_role("link", name="Låt registratorn lämna beslutet").click()
    page.wait_for_url(re.compile("/registrator/"))
    looked_over()
    page.get_by_role("button", name="Dra tillbaka länken").click()
    expect(page.get_by_role("status")).to_contain_text("tillbakadragen")
    looked_over()
    answer = page.goto(link_in(letters(to=REGISTRAR)[0], "registrator"))
    assert answer.status == 410
    looked_over()
