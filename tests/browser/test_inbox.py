"""Story: the coordinator asks an applicant, reads the answer, gives a place in words of her own, and takes it back."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.browser.inbox import ANSWER, DAVID, LIST, QUESTION, answer, ask, opened


@pytest.fixture
def applicant(portal):
    """An organisation that has just applied, with the address of its contact person."""
    word = uuid.uuid4().hex[:6]
    name, email = f"Inkorga kommun {word}", f"kajsa-{word}@inkorga.example"
    portal.manage(
        "shell",
        "-c",
        "import uuid\n"
        "from members.organisations.models import Network\n"
        "from members.registration.models import Application, ApplicationPerson\n"
        "network = Network.objects.get(slug='lokal-lagesbild')\n"
        f"application = Application.objects.create(network=network, organisation_name={name!r}, "
        "decision_state='taken', decision_date='2026-01-01', participant_count=2, is_committed=True, "
        "price_per_person_ore=network.price_per_person_ore, submission_key=uuid.uuid4())\n"
        "ApplicationPerson.objects.create(application=application, is_contact_person=True, name='Kajsa Kontakt', "
        f"email={email!r})\n",
    )
    return name, email


def test_question_answer_decision_and_correction(page, looked_over, log_in, letters, applicant):
    name, email = applicant
    log_in(DAVID)
    ask(page, name)

    asked = letters(to=email, saying=QUESTION)[0]
    coordinator = page.context.cookies()
    page.context.clear_cookies()
    answer(page, looked_over, asked)

    page.context.add_cookies(coordinator)
    letters(to=DAVID, saying=name)
    opened(page, name)
    expect(page.locator("#lage")).to_have_text("Inskickad")
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.get_by_role("link", name="Plats bekräftad", exact=True).click()
    expect(page.locator("main")).to_contain_text(email)
    page.get_by_label("Mejlets text").fill("Varmt välkomna till nätverket, ni har en plats.")
    page.get_by_role("button", name="Besluta och skicka mejlet").click()
    expect(page.locator("#lage")).to_have_text("Plats bekräftad")
    letters(to=email, saying="Varmt välkomna till nätverket")
    letters(to=email, saying="bjudit in dig")

    page.get_by_role("link", name="Ångra senaste steget").click()
    page.get_by_label("Skäl").fill("Jag klickade på fel rad.")
    page.get_by_role("button", name="Ångra och skicka rättelsen").click()
    expect(page.locator("#lage")).to_have_text("Inskickad")
    correction = letters(to=email, saying="Rättelse")[0]
    assert "fel rad" not in correction["text"]


def test_several_are_handled_at_once_and_the_numbers_follow(page, log_in, letters, applicant):
    name, email = applicant
    log_in(DAVID)
    page.goto(f"{LIST}numbers/")
    expect(page.locator("#siffror")).to_contain_text("Var i landet")
    page.goto(f"{LIST}?q={name.replace(' ', '+')}")
    page.locator("tbody input[type=checkbox]").first.check()
    page.get_by_role("link", name="Ge valda anmälningar plats").click()
    expect(page.locator("main")).to_contain_text(re.compile(f"{name}.*Plats bekräftad", re.S))
    page.get_by_role("button", name="Ge plats").click()
    expect(page.locator(".messages")).to_contain_text(f"Plats bekräftad: {name}.")
    letters(to=email, saying="Er plats är bekräftad")
