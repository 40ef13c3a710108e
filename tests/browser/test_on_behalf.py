"""Story: an organisation has mailed; the coordinator fills in what it said, and it corrects, confirms or declines."""

import datetime
import re
import uuid

from playwright.sync_api import expect

from tests.browser.inbox import DAVID, LIST, ask, link_in, opened

YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)
FORWARDS = "main form button[type=submit]:not([name])"


def fill_in(page, name, email):
    """Fill in what the mail said, as the coordinator: who they are, whom to ask, and how many."""
    page.goto(LIST)
    page.get_by_role("link", name="Anmäl åt en organisation").first.click()
    page.select_option("[name=network]", label="Nätverk för lokal lägesbild")
    page.fill("[name=told_date]", YESTERDAY.isoformat())
    page.fill("[name=organisation_name]", name)
    page.fill("[name=first_name]", "Kajsa Kontakt")
    page.fill("[name=first_email]", email)
    page.fill("[name=participant_count]", "2")
    page.get_by_role("button", name="Spara och mejla länken").click()


def correct_and_complete(page, looked_over):
    """Correct the number of people, and fill in what the mail did not say, as the organisation."""
    page.get_by_role("link", name="Ändra: Personer").click()
    page.wait_for_url(re.compile("/personer/"))
    looked_over()
    expect(page.locator("[name=participant_count]")).to_have_value("2")
    page.fill("[name=participant_count]", "3")
    page.fill("[name=first_phone]", "070-000 00 00")
    page.locator(FORWARDS).click()
    page.wait_for_url(re.compile("/beslut/"))
    looked_over()
    page.get_by_label("Vi vet inte än när beslut fattas").check()
    page.locator(FORWARDS).click()
    page.wait_for_url(re.compile("/behov/"))
    looked_over()
    expect(page.locator("[name=is_committed]")).not_to_be_checked()
    page.locator("[name=is_committed]").check()
    page.locator(FORWARDS).click()
    page.wait_for_url(re.compile("/faktura/"))
    looked_over()
    page.locator(FORWARDS).click()
    page.wait_for_url(re.compile("/granska/"))


def test_mail_becomes_an_application_that_its_organisation_confirms(page, looked_over, log_in, letters):
    word = uuid.uuid4().hex[:6]
    name, email = f"Brevköpings kommun {word}", f"kajsa-{word}@brevkoping.example"
    log_in(DAVID)
    fill_in(page, name, email)
    expect(page.locator("main")).to_contain_text(f"Vi hittar inte {name} i listan")
    page.fill("[name=organisation_number]", "222000-0315")
    page.get_by_role("button", name="Spara och mejla länken").click()
    expect(page.locator("main")).to_contain_text(name)

    letter = letters(to=email, saying="Bekräfta anmälan för")[0]
    coordinator = page.context.cookies()
    page.context.clear_cookies()
    page.goto(link_in(letter, "utkast"))
    expect(page.locator("main")).to_contain_text("David Ekwall")
    looked_over()
    page.get_by_role("link", name="Det stämmer inte").click()
    page.wait_for_url(re.compile("/stammer-inte/"))
    looked_over()
    page.get_by_role("link", name="Tillbaka till uppgifterna").click()
    page.wait_for_url(re.compile("/granska/"))
    correct_and_complete(page, looked_over)
    looked_over()
    page.get_by_role("button", name="Bekräfta och skicka anmälan").click()
    page.wait_for_url(re.compile("/tack/"))
    looked_over()

    page.context.add_cookies(coordinator)
    letters(to=DAVID, saying=name)
    opened(page, name)
    expect(page.locator("main")).to_contain_text("Organisationen bekräftade genom sin länk")
    expect(page.locator("main")).to_contain_text("3 personer")


def test_organisation_that_declines_leaves_nothing_behind(page, looked_over, log_in, letters):
    word = uuid.uuid4().hex[:6]
    name, email = f"Nejbro kommun {word}", f"kajsa-{word}@nejbro.example"
    log_in(DAVID)
    fill_in(page, name, email)
    page.fill("[name=organisation_number]", "212000-9002")
    page.get_by_role("button", name="Spara och mejla länken").click()
    letter = letters(to=email, saying="Bekräfta anmälan för")[0]
    page.context.clear_cookies()
    page.goto(link_in(letter, "utkast").replace("/granska/", "/stammer-inte/"))
    looked_over()
    page.get_by_label("Vad är det som inte stämmer?").fill("Vi frågade bara vad det kostar.")
    page.get_by_role("button", name="Ta bort uppgifterna").click()
    page.wait_for_url(re.compile("/borttagen/"))
    looked_over()
    letters(to=DAVID, saying="Vi frågade bara vad det kostar.")
    page.goto(link_in(letter, "utkast"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Länken gäller inte längre")
    looked_over()


def test_answer_by_phone_is_written_down_and_mailed_to_whom_it_speaks_for(page, looked_over, log_in, letters, portal):
    word = uuid.uuid4().hex[:6]
    name, email = f"Ringsta kommun {word}", f"kajsa-{word}@ringsta.example"
    portal.manage(
        "shell",
        "-c",
        "import uuid\n"
        "from members.organisations.models import Network\n"
        "from members.registration.models import Application, ApplicationPerson\n"
        "network = Network.objects.get(slug='lokal-lagesbild')\n"
        f"application = Application.objects.create(network=network, organisation_name={name!r}, "
        "decision_state='not_yet', price_per_person_ore=network.price_per_person_ore, submission_key=uuid.uuid4())\n"
        "ApplicationPerson.objects.create(application=application, is_contact_person=True, name='Kajsa Kontakt', "
        f"email={email!r})\n",
    )
    log_in(DAVID)
    ask(page, name)
    page.get_by_role("link", name="Skriv in ett svar").click()
    page.get_by_label("Hur har de hört av sig?").select_option("phone")
    page.fill("[name=told_date]", YESTERDAY.isoformat())
    page.get_by_label("Vad de svarade").fill("Säkerhetschefen håller i det.")
    page.get_by_role("button", name="Spara och mejla dem texten").click()
    expect(page.locator("#lage")).to_have_text("Inskickad")
    expect(page.locator("main")).to_contain_text("Skrivet av David Ekwall åt organisationen (Telefonsamtal den")

    letter = letters(to=email, saying="Säkerhetschefen håller i det.")[0]
    page.context.clear_cookies()
    page.goto(link_in(letter, "arende"))
    expect(page.locator("article").last).to_contain_text("Skrivet av nätverksledaren efter telefonsamtal med er den")
    looked_over()
    page.locator("[name=text]").fill("Nej, det är säkerhetssamordnaren.")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile("svarat"))
    looked_over()
