"""A reader reads an example, compares, writes to those behind it, tells of use; an editor decides, and it is shown."""

import re

import pytest
from playwright.sync_api import expect

EVA = "eva.lindmark@natverket.example"
SWEDISH = {
    "address": "/goda-exempel/foraldragrupper-i-bjorkhaga/",
    "list": "/goda-exempel/",
    "chain": "Så hänger det ihop",
    "chain_words": "Samma sak i text",
    "compare": "Jämför de valda",
    "contact": "Kontakta dem bakom exemplet",
    "message": "Ditt meddelande",
    "name": "Ditt namn",
    "email": "Din e-postadress",
    "copy": "Skicka en kopia till mig",
    "send": "Skicka meddelandet",
    "sent": "Meddelandet är skickat",
    "back": "Tillbaka till exemplet",
    "tell": "Berätta att ni har använt det",
    "organisation": "Er organisation",
    "changed": "Vad gjorde ni, och vad ändrade ni?",
    "consent": "Organisationens namn och texten får visas på webbplatsen",
    "submit": "Skicka till redaktionen",
    "thanks": "Tack för att ni berättar",
    "published": "är publicerad",
}
ENGLISH = {
    "address": "/en/goda-exempel/foraldragrupper-i-bjorkhaga/",
    "list": "/en/goda-exempel/",
    "chain": "How it fits together",
    "chain_words": "The same in words",
    "compare": "Compare the chosen",
    "contact": "Contact the people behind it",
    "message": "Your message",
    "name": "Your name",
    "email": "Your e-mail address",
    "copy": "Send me a copy",
    "send": "Send the message",
    "sent": "The message has been sent",
    "back": "Back to the example",
    "tell": "Tell us that you used it",
    "organisation": "Your organisation",
    "changed": "What did you do, and what did you change?",
    "consent": "The organisation's name and the text may be shown on the website",
    "submit": "Send to the editors",
    "thanks": "Thank you for telling",
    "published": "is published",
}


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_reader_reads_and_compares(page, looked_over, no_cookies, words):
    page.goto(words["address"])
    looked_over()
    expect(page.get_by_role("heading", name=words["chain"])).to_be_visible()
    expect(page.locator("svg.logic__drawing:visible")).to_have_count(1)
    page.get_by_text(words["chain_words"]).click()
    expect(page.locator("#kedjan-i-text")).to_be_visible()
    assert "mailto:foraldrar" not in page.content()

    page.goto(words["list"])
    boxes = page.locator("input[name=e]")
    boxes.nth(0).check()
    boxes.nth(2).check()
    page.get_by_role("button", name=words["compare"]).click()
    looked_over()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(words["list"])
    looked_over()
    no_cookies()


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_reader_writes_to_those_behind_an_example(page, looked_over, mail, words):
    page.goto(words["address"])
    page.get_by_role("link", name=words["contact"]).click()
    looked_over()
    page.get_by_label(words["message"]).fill("Hur många kvällar behövdes? Se https://lasare.example")
    page.get_by_role("button", name=words["send"]).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label(words["message"])).to_have_value(re.compile("Hur många kvällar"))
    looked_over()
    reader = f"rut-{words['list'].count('en/')}@lasare.example"
    page.get_by_label(words["name"]).fill("Rut Läsare")
    page.get_by_label(words["email"]).fill(reader)
    page.get_by_label(words["copy"]).check()
    page.get_by_role("button", name=words["send"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words["sent"])
    looked_over()
    page.get_by_role("link", name=words["back"]).click()
    looked_over()

    for _try in range(40):
        letters = {letter["kind"]: letter for letter in mail() if reader in (letter["to"], letter["reply_to"])}
        if len(letters) == 2:
            break
        page.wait_for_timeout(250)
    assert letters["casestudies/email/message"]["reply_to"] == reader
    assert "https://lasare.example" not in letters["casestudies/email/copy"]["text"]


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_organisation_tells_of_use_and_the_editor_publishes_it(page, looked_over, letters, log_in, words):
    organisation = f"Kvarnsele kommun {words['list'].count('en/')}"
    page.goto(words["address"])
    page.get_by_role("link", name=words["tell"]).click()
    looked_over()
    page.get_by_label(words["organisation"]).fill(organisation)
    page.get_by_label(words["changed"]).fill("Vi höll kvällarna i simhallen.")
    page.get_by_label(words["name"]).fill("Sanna Sändare")
    page.get_by_label(words["email"]).fill("sanna@kvarnsele.example")
    page.get_by_label(words["consent"]).check()
    page.get_by_role("button", name=words["submit"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words["thanks"])
    looked_over()
    page.goto(words["address"])
    looked_over()
    expect(page.locator("main")).not_to_contain_text(organisation)

    log_in(EVA)
    page.goto("/admin/snippets/casestudies/adaptation/?state=waiting")
    page.get_by_role("link", name=organisation).click()
    page.locator("input[name=state][value=published]").check()
    page.fill("[name=reason]", "Tack, vi har inte ändrat något.")
    page.locator("button[type=submit]", has_text=re.compile("Spara|Save")).first.click()
    page.wait_for_url(re.compile(r"/admin/snippets/casestudies/adaptation/$"))

    page.context.clear_cookies()
    page.goto(words["address"])
    looked_over()
    expect(page.locator("main")).to_contain_text(organisation)
    expect(page.locator("main")).to_contain_text("Vi höll kvällarna i simhallen.")
    expect(page.locator("main")).not_to_contain_text("Sanna")
    letters(to="sanna@kvarnsele.example", saying=words["published"])


def test_reader_tips_of_an_example_on_a_phone_and_finds_a_network(page, looked_over):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/goda-exempel/tipsa/")
    looked_over()
    page.get_by_label("Vad har de gjort?").fill("De öppnade hallen.")
    page.get_by_label("Vilken organisation är det?").fill("Sandhamra kommun")
    page.get_by_label("Varför ska andra känna till det?").fill("Det var billigt.")
    page.get_by_role("button", name="Skicka tipset").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för tipset")
    looked_over()
    for address in ("/natverk/", "/natverk/lokal-lagesbild/", "/en/natverk/", "/en/natverk/forebyggande-arbete/"):
        page.goto(address)
        looked_over()
