"""What the stories about applications have in common: the coordinator opens one, asks, and the applicant answers."""

import re

from playwright.sync_api import expect

DAVID = "david.ekwall@natverket.example"
LIST = "/admin/snippets/registration/application/"
QUESTION, ANSWER = "Vem håller i arbetet hemma?", "Det gör vår säkerhetschef."


def opened(page, name):
    """Open the application of that organisation, as its coordinator."""
    page.goto(f"{LIST}?q={name.replace(' ', '+')}")
    page.get_by_role("link", name=re.compile(name)).first.click()
    expect(page.locator("#lage")).to_be_visible()


def ask(page, name):
    """Ask the question about it, as its coordinator."""
    opened(page, name)
    page.get_by_role("link", name="Ställ en fråga").click()
    page.get_by_label("Din fråga").fill(QUESTION)
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.locator("#lage")).to_have_text("Vi har frågor")


def answer(page, looked_over, letter):
    """Answer it through the link in the mail, as its contact person."""
    page.goto(link_in(letter, "arende"))
    expect(page.locator("article")).to_contain_text(QUESTION)
    looked_over()
    page.locator("[name=text]").fill(ANSWER)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile("svarat"))
    looked_over()


def link_in(letter, pattern):
    """The path of the mail's link that has the pattern in it."""
    return "/" + re.search(rf"https?://[^/\s]+/(\S*{pattern}/\S+)", letter["text"]).group(1)
