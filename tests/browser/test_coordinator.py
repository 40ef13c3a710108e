"""Story 3: a coordinator makes an assignment in Wagtail admin, sees who has answered, gives feedback.

How a meeting is made stands in test_meetings.py.
"""

import datetime
import re

from playwright.sync_api import expect

AMINA = "amina.haddad@lindasa.example"
CECILIA = "cecilia.noren@norrvik.example"
DAVID = "david.ekwall@natverket.example"
HENRIK = "henrik.bjorkdahl@natverket.example"


def in_days(days, time="10:00"):
    return f"{datetime.date.today() + datetime.timedelta(days=days):%Y-%m-%d} {time}"


def publish(page):
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state("load")


def test_coordinator_makes_an_assignment_that_is_told_by_mail(page, looked_over, log_in, letters):
    log_in(DAVID)
    page.goto("/admin/snippets/assignments/assignment/add/")
    page.select_option("select[name=network]", label="Nätverk för lokal lägesbild")
    page.fill("input[name=title]", "Fråga era fritidsledare")
    page.fill("input[name=opens_at]", in_days(-1))
    page.fill("input[name=due_at]", in_days(30))
    page.keyboard.press("Escape")
    if page.locator("input[name=questions-0-text]").count() == 0:
        page.locator("#id_questions-ADD").click()
    page.fill("input[name=questions-0-text]", "Vad ser de på kvällarna?")
    publish(page)

    letters(to=AMINA, saying="Fråga era fritidsledare")
    told = {letter["to"] for letter in letters(saying="Fråga era fritidsledare")}
    assert "gunilla.strandh@fjardholmen.example" not in told


def test_coordinator_sees_who_has_answered_and_gives_feedback(page, looked_over, log_in):
    log_in(DAVID)
    page.goto("/deltagare/")
    looked_over()
    # Another story may have made him coordinator of the next network too.
    choice = page.locator("form[action$='/valj-natverk/'] button", has_text="Nätverk för lokal lägesbild")
    with page.expect_navigation():
        choice.first.evaluate("button => button.click()")
    page.goto("/deltagare/mellan-traffarna/")
    looked_over()
    page.get_by_role("link", name="Vem vet vad hos oss?").click()
    looked_over()
    page.get_by_role("row").filter(has=page.locator("td .tag", has_text="Inskickat")).get_by_role("link").first.click()
    looked_over()
    page.get_by_role("link", name="Ge återkoppling").click()
    looked_over()
    page.get_by_label("En styrka").fill("Ni har frågat dem som möter ungdomarna.")
    page.get_by_label(re.compile("^En fråga")).fill("Vem följer upp svaren?")
    page.get_by_label("Klar", exact=True).check()
    page.get_by_role("button", name="Ge återkoppling").click()
    page.wait_for_load_state()
    looked_over()
    expect(page.locator("main")).to_contain_text("Ni har frågat dem som möter ungdomarna.")


def test_another_networks_coordinator_finds_nothing(page, looked_over, log_in):
    log_in(DAVID)
    page.goto("/admin/snippets/meetings/meeting/")
    pk = re.search(r"/edit/(\d+)/", page.locator("main a[href*='/edit/']").first.get_attribute("href")).group(1)

    log_in(HENRIK)
    page.goto("/admin/")
    page.goto("/admin/snippets/meetings/meeting/")
    expect(page.locator("main")).not_to_contain_text("Andra träffen")
    expect(page.locator("main")).to_contain_text("Fyrskenet")
    base = "/admin/snippets/meetings/meeting"
    for what in ("edit", "history", "usage", "copy", "delete", "unpublish", "inspect"):
        assert page.request.get(f"{base}/{what}/{pk}/").status == 404, what
    assert page.request.get("/admin/reports/site-history/", max_redirects=0).status in (302, 403, 404)
