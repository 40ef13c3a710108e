"""Story 2: a participant logs in on a phone, opens a meeting, answers an assignment, and talks in the forum."""

import re

from playwright.sync_api import expect

from portal.ops.codes import code

AMINA = "amina.haddad@lindasa.example"
BO = "bo.sandelin@lindasa.example"
CECILIA = "cecilia.noren@norrvik.example"
DAVID = "david.ekwall@natverket.example"
GUNILLA = "gunilla.strandh@fjardholmen.example"
JOHAN = "johan.stenport@norrvik.example"


def test_participant_logs_in_with_password_and_code(page, looked_over, accounts, sessions):
    account = accounts["per-olof.grahn@mellanslatt.example"]
    page.goto("/deltagare/")
    expect(page).to_have_url(re.compile("/logga-in/"))
    looked_over()
    page.get_by_label("E-postadress").fill(account["email"])
    page.get_by_label("Lösenord").fill("fel lösenord")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("alert")).to_be_focused()
    looked_over()
    page.get_by_label("Lösenord").fill(account["password"])
    page.get_by_role("button", name="Fortsätt").click()

    field = page.locator("input[autocomplete=one-time-code]")
    expect(field).to_have_attribute("inputmode", "numeric")
    looked_over()
    field.fill(code(account["totp_secret"]))
    page.get_by_role("button", name="Logga in").click()

    page.wait_for_url("**/deltagare/")
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hej Per-Olof")
    expect(page.locator("main")).to_contain_text("Mellan träffarna")


def test_participant_opens_a_meeting_and_downloads_its_material(page, looked_over, log_in):
    log_in(BO)
    page.goto("/deltagare/traffar/")
    looked_over()
    page.get_by_role("link", name=re.compile("Första träffen")).first.click()
    looked_over()
    with page.expect_download() as download:
        page.locator(".file-list a").first.click()
    assert download.value.path().stat().st_size > 0


def test_colleagues_write_the_organisations_answer_together(page, looked_over, log_in, mail):
    log_in(BO)
    page.goto("/deltagare/mellan-traffarna/")
    looked_over()
    page.get_by_role("link", name="Sju frågor till fem verksamheter").click()
    looked_over()
    answer_url = page.url + "svara/"
    page.goto(answer_url)
    looked_over()
    text = page.locator("main textarea").first
    text.fill("Bo skriver: skolan har svarat på fyra av sju frågor.")
    page.get_by_role("button", name="Spara utkast").last.click()
    page.wait_for_load_state()

    log_in(AMINA)
    page.goto(answer_url)
    text = page.locator("main textarea").first
    expect(text).to_have_value("Bo skriver: skolan har svarat på fyra av sju frågor.")
    text.fill("Bo och Amina skriver: skolan har svarat på alla sju.")
    for area in page.locator("main textarea").all():
        if not area.input_value():
            area.fill("Vi återkommer till detta på nästa träff.")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "sammanställning.txt", "mimeType": "text/plain", "buffer": b"Sju fragor, fem verksamheter."}
    )
    page.get_by_role("button", name="Granska och skicka in").click()
    looked_over()
    expect(page.locator("main")).to_contain_text("sammanställning.txt")
    page.get_by_role("button", name="Skicka in svaret").click()
    page.wait_for_load_state()
    looked_over()
    expect(page.locator("main")).to_contain_text("Inskickat")


def test_colleague_with_a_stale_page_loses_nothing(page, looked_over, log_in, context):
    log_in(CECILIA)
    page.goto("/deltagare/vart-arbete/inventering/")
    looked_over()
    page.goto("/deltagare/vart-arbete/inventering/skriv/")
    looked_over()
    other = context.new_page()
    other.goto(page.url)
    other.locator("main textarea").first.fill("Skrivet i den andra fliken.")
    other.get_by_role("button", name="Spara", exact=True).last.click()
    other.wait_for_load_state()
    other.close()

    page.locator("main textarea").first.fill("Skrivet i den första fliken.")
    page.get_by_role("button", name="Spara", exact=True).last.click()
    page.wait_for_load_state()
    looked_over()
    written = page.locator("main").inner_text() + "".join(
        area.input_value() for area in page.locator("main textarea").all()
    )
    assert "Skrivet i den andra fliken." in written
    assert "Skrivet i den första fliken." in written


def test_participant_starts_a_thread_and_a_reply_is_told_by_mail(page, looked_over, log_in, letters):
    log_in(BO)
    page.goto("/deltagare/forum/")
    looked_over()
    page.get_by_role("link", name=re.compile("Starta|Ny tråd")).first.click()
    looked_over()
    page.get_by_label("Rubrik").fill("Hur får vi med fritidsgårdarna?")
    page.locator("main textarea").fill("Vi når inte dem som arbetar kvällar. Hur gör ni?")
    page.locator("main form .form__buttons button[type=submit]").click()
    page.wait_for_url(re.compile(r"/forum/trad/\d+/"))
    looked_over()
    thread = page.url.split("#")[0].split("?")[0]

    log_in(CECILIA)
    page.goto(thread)
    page.locator("main textarea").fill("Vi möter dem klockan fyra, innan de öppnar.")
    page.get_by_role("button", name="Publicera svaret").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Vi möter dem klockan fyra")

    letters(to=BO, saying="fritidsgårdarna")

    log_in(BO)
    page.goto("/deltagare/aviseringar/")
    looked_over()
    expect(page.locator("main")).to_contain_text("Hur får vi med fritidsgårdarna?")

    for outsider in (GUNILLA, JOHAN):
        log_in(outsider)
        assert page.request.get(thread).status == 404


def test_outsiders_get_not_found_for_all_of_it(page, looked_over, log_in):
    log_in(BO)
    addresses = []
    for list_page, pattern in (
        ("/deltagare/traffar/", r"/deltagare/traffar/\d+/$"),
        ("/deltagare/mellan-traffarna/", r"/deltagare/mellan-traffarna/\d+/$"),
        ("/deltagare/forum/", r"/deltagare/forum/"),
    ):
        page.goto(list_page)
        looked_over()
        links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        addresses += [link for link in links if link and re.search(pattern, link) and re.search(r"\d", link)][:3]
    assert len(addresses) >= 4

    for outsider in (GUNILLA, JOHAN):
        log_in(outsider)
        for address in addresses:
            assert page.request.get(address).status == 404, address


def test_participant_uses_the_portal_in_english(page, looked_over, log_in):
    log_in(AMINA)
    for path in ("", "traffar/", "mellan-traffarna/", "forum/", "deltagarlista/", "vart-arbete/", "sok/?q=skola"):
        page.goto(f"/en/deltagare/{path}")
        looked_over()
        expect(page.locator("html")).to_have_attribute("lang", "en")


def test_extranet_pages_in_swedish_are_looked_over(page, looked_over, log_in):
    log_in(AMINA)
    for path in ("deltagare/deltagarlista/", "deltagare/deltagarlista/bjud-in/", "deltagare/vart-arbete/",
                 "deltagare/sok/?q=skola", "deltagare/aviseringar/installningar/", "konto/"):  # fmt: skip
        page.goto(f"/{path}")
        looked_over()


def test_finished_network_is_a_read_only_archive(page, looked_over, log_in):
    log_in("ida.matsdotter@alvnas.example")
    page.goto("/deltagare/")
    looked_over()
    page.goto("/deltagare/forum/")
    looked_over()
    expect(page.get_by_role("link", name=re.compile("Starta en tråd|Ny tråd"))).to_have_count(0)
    page.goto("/deltagare/traffar/")
    looked_over()
    expect(page.locator("main")).to_contain_text("2016")
