"""Story 4: an editor writes a good example in Wagtail, previews it, sends it through workflow, publishes."""

import re

from playwright.sync_api import expect

EVA = "eva.lindmark@natverket.example"
FREDRIK = "fredrik.akerhielm@natverket.example"
TITLE = "Samtal på bryggan: vuxna som stannar kvar"


def write(page, field, text):
    """Write in a rich text field."""
    page.locator(f"[data-contentpath={field}] [contenteditable=true]").first.click()
    page.keyboard.type(text)


def test_editor_writes_previews_reviews_and_publishes_an_example(page, looked_over, log_in):
    log_in(EVA)
    page.goto("/admin/pages/")
    page.goto("/goda-exempel/")
    looked_over()
    page.goto("/admin/")
    page.goto("/admin/pages/search/?q=Goda+exempel")
    parent = page.locator("a[href*='/add_subpage/']").first
    index = re.search(r"/pages/(\d+)/", page.locator("main table a[href*='/edit/']").first.get_attribute("href")).group(
        1
    )
    assert parent is not None
    page.goto(f"/admin/pages/add/casestudies/examplepage/{index}/")
    page.fill("textarea[name=title], input[name=title]", TITLE)
    page.fill("textarea[name=summary]", "Vuxna som stannar kvar på kajen en timme längre märker mer.")
    for field, text in (
        ("need", "Ungdomar samlades sent vid bryggan utan en vuxen i närheten."),
        ("done", "Fritidsledare och föreningar delade på kvällarna efter ett schema."),
        ("lesson", "Den som stannar kvar behöver någon att ringa."),
    ):
        write(page, field, text)
    page.fill("input[name=organisation_name]", "Lindåsa kommun")
    page.fill("input[name=contact_role]", "Enhetschef, fritid")
    page.fill("input[name=contact_email]", "fritid@lindasa.example")
    page.locator("footer button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    edit = page.url

    preview = page.request.get(re.sub("/edit/$", "/view_draft/", edit))
    assert preview.status == 200
    assert TITLE in preview.text()
    assert page.request.get("/goda-exempel/").text().find(TITLE) == -1

    page.goto(edit)
    submit = page.locator("button[name=action-submit]")
    if not submit.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").click()
    submit.click()
    page.wait_for_load_state()

    log_in(FREDRIK)
    page.goto(edit)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("[data-workflow-action-name=approve]").first.click()
    page.wait_for_load_state()

    page.context.clear_cookies()
    page.goto("/goda-exempel/")
    expect(page.locator("main")).to_contain_text(TITLE)
    page.get_by_role("link", name=TITLE).click()
    looked_over()
    assert TITLE in page.request.get("/goda-exempel/atom.xml").text()
    for _try in range(20):
        if TITLE in page.request.get("/sok/?q=bryggan").text():
            break
        page.wait_for_timeout(500)
    else:
        raise AssertionError("The search does not find the example.")
