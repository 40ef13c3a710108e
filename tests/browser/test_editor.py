"""Story 4: an editor writes a good example in Wagtail, previews it, sends it through workflow, publishes."""

import re

from playwright.sync_api import expect

EVA = "eva.lindmark@natverket.example"
FREDRIK = "fredrik.akerhielm@natverket.example"
TITLE = "Samtal på bryggan: vuxna som stannar kvar"


def write(page, field, text):
    """Write in a rich text field."""
    page.locator(f"input[name={field}]").locator("xpath=ancestor::*[contains(@class,'w-field')][1]").locator(
        "[contenteditable=true]"
    ).click()
    page.keyboard.type(text)
    # The editor stores what is written a moment after it was.
    expect(page.locator(f"input[name={field}]")).to_have_value(re.compile(re.escape(text)))


def more_actions(page):
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()


def new_example(page):
    """Open the form of a new example, found by its shelf."""
    page.goto("/admin/pages/search/?q=Goda+exempel")
    shelf = page.locator("main table").get_by_role("link", name="Goda exempel", exact=True).first
    pk = re.search(r"/pages/(\d+)/", shelf.get_attribute("href")).group(1)
    page.goto(f"/admin/pages/add/casestudies/examplepage/{pk}/")


def fill_in(page):
    """What is required of an example, and no more."""
    page.fill("[name=title]", TITLE)
    page.fill("[name=summary]", "Vuxna som stannar kvar på kajen en timme längre märker mer.")
    write(page, "need", "Ungdomar samlades sent vid bryggan utan en vuxen i närheten.")
    write(page, "done", "Fritidsledare och föreningar delade på kvällarna efter ett schema.")
    write(page, "lesson", "Den som stannar kvar behöver någon att ringa.")
    page.fill("[name=organisation_name]", "Lindåsa kommun")
    page.fill("[name=contact_role]", "Enhetschef, fritid")
    page.fill("[name=contact_email]", "fritid@lindasa.example")


def test_editor_writes_previews_reviews_and_publishes_an_example(page, looked_over, log_in):
    log_in(EVA)
    new_example(page)
    fill_in(page)
    page.get_by_role("button", name="Spara utkast").first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    edit = page.url
    page.locator("[data-side-panel-toggle=preview]").click()
    frame = page.frame_locator("iframe.w-preview__iframe[src]")
    frame.get_by_role("heading", name=TITLE).wait_for()
    assert TITLE not in page.request.get("/goda-exempel/").text()

    more_actions(page)
    page.locator("button[name=action-submit]").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    assert TITLE not in page.request.get("/goda-exempel/").text()

    log_in(FREDRIK)
    page.goto(edit)
    more_actions(page)
    page.locator("button[data-workflow-action-name=approve]").first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))

    page.context.clear_cookies()
    page.goto("/goda-exempel/")
    looked_over()
    page.get_by_role("link", name=TITLE).click()
    page.wait_for_load_state("load")
    looked_over()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert TITLE in page.request.get("/goda-exempel/atom.xml").text()
    for _try in range(40):
        # What was searched for is marked within the title.
        if TITLE in re.sub("</?mark>", "", page.request.get("/sok/?q=bryggan").text()):
            break
        page.wait_for_timeout(500)
    else:
        raise AssertionError("The search does not find the example.")


def test_editor_sees_what_awaits_and_how_hard_the_text_is(page, log_in):
    log_in(FREDRIK)
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Det här väntar på dig")).to_be_visible()
    # What is seen of the link's name is also how it can be spoken to.
    expect(page.get_by_role("link", name=re.compile("^Nätverksportalen"))).to_be_visible()

    page.goto("/admin/pages/search/?q=m%C3%A4rkningen")
    page.locator("main table a[href$='/edit/']").first.click()
    figure = page.locator("[data-lix-figure]")
    expect(figure).to_contain_text(re.compile(r"LIX \d+"))
    before = int(re.search(r"\d+", figure.inner_text()).group())
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Verksamhetsövergripande samverkansöverenskommelser förutsätter ansvarsfördelning.")
    expect(figure).not_to_have_text(re.compile(rf"LIX {before},"))
    assert int(re.search(r"\d+", figure.inner_text()).group()) > before

    page.locator("[data-side-panel-toggle=checks]").click()
    expect(page.get_by_role("heading", name=re.compile("Mätvärden"))).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
