"""Story: the coordinator writes to the contact persons, looks at it and sends it; one of them reads it."""

AMINA = "amina.haddad@lindasa.example"
DAVID = "david.ekwall@natverket.example"


def test_coordinator_writes_to_the_contact_persons(page, looked_over, log_in):
    log_in(DAVID)
    page.goto("/deltagare/deltagarlista/")
    looked_over()
    page.get_by_role("link", name="Utskick", exact=True).click()
    page.wait_for_url("**/deltagare/utskick/")
    looked_over()
    page.get_by_role("link", name="Skriv ett utskick").click()
    page.get_by_label("Kontaktpersonerna").check()
    page.get_by_label("Ämne", exact=False).first.fill("Lokalen är bytt")
    page.get_by_label("Text", exact=False).first.fill("Hej!\n\nVi ses på andra våningen.")
    looked_over()
    page.get_by_role("button", name="Spara och granska").click()
    assert "Amina Haddad, Lindåsa kommun" in page.inner_text("main")
    looked_over()
    page.get_by_role("button", name="Skicka till").click()
    assert "Utskicket går till" in page.inner_text("main")

    log_in(AMINA)
    page.goto("/deltagare/utskick/")
    page.get_by_role("link", name="Lokalen är bytt").click()
    assert "Vi ses på andra våningen." in page.inner_text("main")
    looked_over()
    page.goto("/en/deltagare/utskick/")
    looked_over()
