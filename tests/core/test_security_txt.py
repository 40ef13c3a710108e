from django.urls import reverse

ADDRESS = "/.well-known/security.txt"


def test_security_txt_names_whom_to_tell(client, db, time_machine, settings):
    settings.SECURITY_CONTACT = "mailto:sakerhet@portal.example"
    time_machine.move_to("2026-11-23T12:00:00Z", tick=False)
    answer = client.get(ADDRESS)
    assert reverse("security_txt") == ADDRESS
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        "Contact: mailto:sakerhet@portal.example\n"
        "Expires: 2027-05-24T00:00:00Z\n"
        "Preferred-Languages: sv, en\n"
        "Canonical: http://testserver/.well-known/security.txt\n"
    )


def test_nobody_named_is_no_page(client, db, settings):
    settings.SECURITY_CONTACT = ""
    assert client.get(ADDRESS).status_code == 404
