"""A coordinator makes a meeting in Wagtail admin, and participants find it; other networks never hear of it.

All of it under the admin's Content-Security-Policy: `page` fails on a violation.
"""

import re

import pytest

from tests.factories.files import PDF

DAVID = "david.ekwall@natverket.example"
HENRIK = "henrik.bjorkdahl@natverket.example"
AMINA = "amina.haddad@lindasa.example"

TITLE = "Träffen om det som syns i förskolan"
LATER = "Träffen som väntar"


def pick(page, field, value):
    """Fill a date or time by hand; its picker opens and closes."""
    page.fill(field, value)
    page.keyboard.press("Tab")


def see_picker(page, field):
    page.click(field)
    page.wait_for_selector(".xdsoft_datetimepicker:visible")
    page.keyboard.press("Escape")


def add_agenda_item(page, number, starts_at, title):
    page.click("#id_agenda_items-ADD")
    pick(page, f"#id_agenda_items-{number}-starts_at", starts_at)
    page.fill(f"#id_agenda_items-{number}-title", title)


def write_intro(page, text):
    page.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Text").first.click()
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type(text)


def make_meeting(page, number="27", title=TITLE):
    """Leave the page at the form of a meeting that has been saved as a draft; give its id."""
    page.goto("/admin/snippets/meetings/meeting/add/")
    # By name: another story may have started one more network.
    page.select_option("#id_network", label="Nätverk för lokal lägesbild")
    page.fill("#id_number", number)
    page.fill("#id_title", title)
    see_picker(page, "#id_starts_at")
    pick(page, "#id_starts_at", "2031-12-10 10:00")
    pick(page, "#id_ends_at", "2031-12-10 16:00")
    page.fill("#id_venue", "Kulturhuset Kvarnen")
    write_intro(page, "Vi läser varandras lägesbilder.")
    add_agenda_item(page, 0, "10:15", "Inledning")
    add_agenda_item(page, 1, "11:00", "Samtal i grupper")
    page.get_by_role("button", name="Spara utkast").first.click()
    page.wait_for_url(re.compile(r"/edit/\d+/"))
    page.wait_for_load_state("load")
    return re.search(r"/edit/(\d+)/", page.url)[1]


def see_preview(page):
    page.locator("[data-side-panel-toggle=preview]").click()
    frame = page.frame_locator("iframe.w-preview__iframe[src]")
    frame.get_by_role("heading", name=TITLE).wait_for()
    frame.get_by_role("heading", name="Samtal i grupper").wait_for()
    page.locator("[data-side-panel-toggle=preview]").click()


def schedule(page):
    """Set the time when the meeting is to be published."""
    page.locator("[data-side-panel-toggle=status]").click()
    page.get_by_role("button", name="Sätt schema").first.click()
    page.fill("#id_go_live_at", "2031-12-01 08:00")
    page.wait_for_selector(".xdsoft_datetimepicker:visible")
    page.get_by_role("heading", name="Sätt publiceringsschema").click()
    page.get_by_role("button", name="Spara schema").click()
    page.wait_for_load_state("load")


@pytest.fixture
def meeting(page, log_in):
    """A published meeting, made in the browser."""
    log_in(DAVID)
    pk = make_meeting(page)
    see_preview(page)
    return pk


def publish(page):
    page.locator("footer").get_by_role("button", name=re.compile("Fler åtgärder|More actions|Visa|Växla")).first.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state("load")


def test_meeting_goes_from_draft_to_participants(page, log_in, looked_over, meeting):
    publish(page)
    page.goto(f"/admin/snippets/meetings/meeting/materials/{meeting}/")
    page.set_input_files(
        "input[name=files]",
        [
            {"name": "Dagordning.pdf", "mimeType": "application/pdf", "buffer": PDF},
            {"name": "Underlag.pdf", "mimeType": "application/pdf", "buffer": PDF},
        ],
    )
    page.get_by_role("button", name="Ladda upp").click()
    page.get_by_text("Filerna är uppladdade.").wait_for()
    page.fill("input[name=url]", "https://video.example/rum")
    page.get_by_role("button", name="Spara videolänken").click()
    page.get_by_text("Videolänken är sparad.").wait_for()

    log_in(AMINA)
    page.goto("/deltagare/traffar/")
    looked_over()
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("heading", name=TITLE).wait_for()
    assert page.get_by_role("link", name="Delta på distans").get_attribute("href") == "https://video.example/rum"
    looked_over()
    with page.expect_download() as download:
        page.get_by_role("link", name="Dagordning").click()
    assert download.value.suggested_filename == "Dagordning.pdf"
    with page.expect_download() as calendar:
        page.get_by_role("link", name="Lägg i kalendern").click()
    assert re.fullmatch(r"traff-\d+\.ics", calendar.value.suggested_filename)

    log_in(HENRIK)
    for address in (
        f"/deltagare/traffar/{meeting}/",
        f"/admin/snippets/meetings/meeting/edit/{meeting}/",
        f"/admin/snippets/meetings/meeting/history/{meeting}/",
        f"/admin/snippets/meetings/meeting/preview/{meeting}/",
        f"/admin/snippets/choose/meetings/meeting/chosen/{meeting}/",
        f"/admin/bulk/meetings/meeting/delete/?id={meeting}",
    ):
        assert page.request.get(address).status == 404, address


def test_meeting_waits_for_the_time_that_is_set(page, log_in, looked_over):
    log_in(DAVID)
    meeting = make_meeting(page, number="28", title=LATER)
    schedule(page)
    publish(page)

    log_in(AMINA)
    assert page.request.get(f"/deltagare/traffar/{meeting}/").status == 404
    log_in(DAVID)
    assert page.request.get(f"/deltagare/traffar/{meeting}/").status == 200
