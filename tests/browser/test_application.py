"""An organisation applies by keyboard on a narrow screen, in both languages, goes back, and follows its application."""

import re

import pytest
from playwright.sync_api import expect

FORWARDS = "main form button[type=submit]:not([name])"
BACK = "main form button[value=back]"


def press(page, button):
    """Press a button by the keyboard alone."""
    button = page.locator(button)
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")


def write(page, name, text):
    field = page.locator(f"[name={name}]")
    field.focus()
    field.press("ControlOrMeta+a")
    page.keyboard.type(text)


@pytest.mark.parametrize(
    ("prefix", "email", "receipt"),
    [
        ("", "sofia@avesta.example", "Tack, vi har fått er anmälan"),
        ("/en", "sofia.en@avesta.example", "Thank you, we have received your application"),
    ],
)
def test_organisation_applies_by_keyboard_and_follows_its_application(
    page, looked_over, letters, prefix, email, receipt
):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{prefix}/anmalan/")
    if page.url.endswith("/anmalan/"):
        page.locator("main .card a").first.click()
    looked_over()
    write(page, "organisation_name", "Avesta kommun")
    page.wait_for_timeout(3000)  # nobody writes faster
    press(page, FORWARDS)

    page.wait_for_url(re.compile("/personer/"))
    write(page, "first_name", "Sofia Sten")
    write(page, "first_email", "sofia")
    press(page, BACK)
    page.wait_for_url(re.compile("/organisation/"))
    expect(page.locator("[name=organisation_name]")).to_have_value("Avesta kommun")
    looked_over()
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/personer/"))
    expect(page.locator("[name=first_email]")).to_have_value("sofia")

    write(page, "participant_count", "2")
    press(page, FORWARDS)
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
    write(page, "first_email", email)
    write(page, "first_phone", "070-000 00 00")
    expect(page.locator("[data-autosave-status]")).to_contain_text(re.compile(r"\d\d:\d\d"), timeout=15_000)
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/beslut/"))
    looked_over()
    page.locator("[name=decision_state]").first.focus()
    page.keyboard.press("ArrowUp")
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/behov/"))
    looked_over()
    page.locator("[name=is_committed]").focus()
    page.keyboard.press("Space")
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/faktura/"))
    looked_over()
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/granska/"))
    looked_over()
    press(page, FORWARDS)
    page.wait_for_url(re.compile("/tack/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(receipt)
    looked_over()

    letter = letters(to=email)[0]
    page.goto("/" + re.search(r"https?://[^/\s]+/(\S*arende/\S+)", letter["text"]).group(1))
    looked_over()
    write(page, "text", "Vi undrar när träffarna är.")
    page.locator("main form button[type=submit]").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("svarat"))
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Vi undrar när träffarna är.")
    looked_over()


def test_link_that_leads_nowhere_helps(page, looked_over):
    page.goto("/anmalan/")
    if page.url.endswith("/anmalan/"):
        page.locator("main .card a").first.click()
        page.wait_for_url(re.compile("/anmalan/.+/"))
    looked_over()
    answer = page.goto(f"{page.url}utkast/finns-inte/")
    assert answer.status == 410
    looked_over()
