"""Setting up the second factor, and the recovery codes that are shown once."""

import re
import time

import time_machine
from django.urls import reverse

from members.accounts import services
from members.accounts.models import RecoveryCode, RecoveryDevice, TotpDevice
from members.audit.models import Record
from tests.factories.accounts import PASSWORD
from tests.members.accounts.conftest import code_of, wrong_code_of

ENROL, CODES = reverse("accounts:enrol"), reverse("accounts:recovery_codes")
DOWNLOAD = reverse("accounts:download_codes")


def log_in(client, person):
    client.post(reverse("accounts:login"), {"username": person.email, "password": PASSWORD})
    return client


def shown_codes(client):
    return re.findall(r"\b[2-9a-z]{4}(?:-[2-9a-z]{4}){3}\b", client.get(CODES).content.decode())


def enrol(client, person):
    log_in(client, person).get(ENROL)
    return client.post(ENROL, {"code": code_of(person.totp_devices.get())})


def test_page_shows_link_key_and_picture_of_the_same_secret(client, klara):
    page = log_in(client, klara).get(ENROL).content.decode()
    secret = klara.totp_devices.get().secret
    label = "N%C3%A4tverksportalen%3Aklara%40norrvik.example"
    assert f"otpauth://totp/{label}?secret={secret}&amp;issuer=N%C3%A4tverksportalen" in page
    assert " ".join(re.findall("....", secret)) in page
    picture = re.search(r"<svg[^>]*qr__image.*?</svg>", page, re.S).group()
    assert "style" not in picture


def test_reloading_keeps_the_secret(client, klara):
    log_in(client, klara)
    first, second = (client.get(ENROL).content.decode().count(klara.totp_devices.get().secret) for _visit in "ab")
    assert first == second == 1
    assert TotpDevice.objects.filter(user=klara).count() == 1


def test_app_counts_after_its_first_right_code(client, klara):
    log_in(client, klara).get(ENROL)
    device = klara.totp_devices.get()
    before = client.session.session_key
    assert "Koden stämmer inte." in client.post(ENROL, {"code": wrong_code_of(device)}).content.decode()
    assert not klara.has_second_factor
    with time_machine.travel(time.time() + 60):
        answer = client.post(ENROL, {"code": code_of(device), "next": "/deltagare/"})
    assert answer["Location"] == f"{CODES}?next=%2Fdeltagare%2F"
    assert klara.has_second_factor
    assert client.session.session_key != before
    assert Record.objects.filter(action__in=["accounts.add_factor", "accounts.log_in"]).count() == 2


def test_wrong_first_codes_make_one_wait(client, klara):
    log_in(client, klara).get(ENROL)
    device = klara.totp_devices.get()
    client.post(ENROL, {"code": wrong_code_of(device)})
    assert "Koden prövades inte" in client.post(ENROL, {"code": code_of(device)}).content.decode()


def test_code_without_a_page_before_it_is_wrong(client, klara):
    """The page makes the secret; a service called without one says no."""
    import pytest

    with pytest.raises(services.WrongCode):
        services.confirm_enrolment(code="123456", by=klara)


def test_ten_codes_are_shown_until_they_are_saved(client, klara):
    enrol(client, klara)
    codes = shown_codes(client)
    assert len(set(codes)) == 10
    assert shown_codes(client) == codes
    text = client.get(DOWNLOAD)
    assert text["Content-Disposition"] == 'attachment; filename="aterstallningskoder.txt"'
    assert "no-store" in text["Cache-Control"]
    assert [line for line in text.content.decode().splitlines() if line in codes] == codes
    assert client.post(CODES, {"next": "/deltagare/"})["Location"] == "/deltagare/"
    assert client.get(CODES)["Location"] == reverse("accounts:account")
    assert client.get(DOWNLOAD)["Location"] == reverse("accounts:account")


def test_codes_are_hashed_in_the_database_and_sealed_in_the_session(client, klara):
    enrol(client, klara)
    codes = shown_codes(client)
    stored = str(list(RecoveryCode.objects.values())) + str(dict(client.session))
    assert [code for code in codes if code in stored or code.replace("-", "") in stored] == []


def test_seal_that_no_key_opens_shows_nothing(client, klara):
    enrol(client, klara)
    session = client.session
    session["recovery_codes"] = "gAAAAA-of-another-key"
    session.save()
    assert client.get(CODES)["Location"] == reverse("accounts:account")


def test_codes_are_not_shown_again_after_a_quarter_of_an_hour(client, klara):
    """Whoever finds the screen later sees none; whoever has none makes new ones from the same page."""
    enrol(client, klara)
    first = shown_codes(client)
    with time_machine.travel(time.time() + 15 * 60):
        page = client.get(CODES)
        assert page.status_code == 410
        assert "Koderna visas inte längre" in page.content.decode()
        assert not any(code in page.content.decode() for code in first)
        assert client.get(DOWNLOAD)["Location"] == CODES
        answer = client.post(reverse("accounts:new_codes"), headers={"referer": f"http://testserver{CODES}"})
        assert answer["Location"] == f"{reverse('accounts:confirm')}?next=%2Fkonto%2Faterstallningskoder%2F"
        app = klara.totp_devices.get()
        assert client.post(answer["Location"], {"code": code_of(app), "next": CODES})["Location"] == CODES
        assert client.get(CODES).status_code == 410  # a code shown afresh brings nothing back
        client.post(reverse("accounts:new_codes"))
        assert set(shown_codes(client)).isdisjoint(first)
        client.post(CODES)
        assert client.get(CODES)["Location"] == reverse("accounts:account")


def test_codes_that_were_saved_after_all_lead_on(client, klara):
    enrol(client, klara)
    with time_machine.travel(time.time() + 20 * 60):
        assert client.post(CODES, {"next": "/deltagare/"})["Location"] == "/deltagare/"
        assert client.get(CODES)["Location"] == reverse("accounts:account")


def test_shown_code_opens(client, klara):
    enrol(client, klara)
    code = shown_codes(client)[3]
    client.logout()
    log_in(client, klara)
    assert client.post(reverse("accounts:recovery"), {"code": code}).status_code == 302


def test_secret_is_encrypted_at_rest(client, klara, django_assert_num_queries):
    from django.db import connection

    log_in(client, klara).get(ENROL)
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_totpdevice")
        stored = cursor.fetchone()[0]
    assert klara.totp_devices.get().secret not in stored


def test_password_alone_adds_no_app_to_those_there_are(half_in, amina):
    for answer in (half_in.get(ENROL), half_in.post(ENROL, {"code": "123456"})):
        assert answer["Location"] == reverse("accounts:second_factor")
    assert amina.totp_devices.count() == 1


def test_stranger_is_sent_to_the_login(client, db):
    assert client.get(ENROL)["Location"].startswith(reverse("accounts:login"))


def test_person_inside_connects_one_more_app(inside, amina, codes, mailoutbox):
    assert inside.get(ENROL).status_code == 200
    new = amina.totp_devices.get(confirmed=False)
    assert inside.post(ENROL, {"code": code_of(new)})["Location"] == reverse("accounts:account")
    assert amina.totp_devices.filter(confirmed=True).count() == 2
    assert amina.recovery_codes_left == 2


def test_old_code_is_not_enough_for_one_more_app(inside, amina):
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.get(ENROL)["Location"] == f"{reverse('accounts:confirm')}?next=%2Fkonto%2Ftvafaktor%2F"


def test_new_codes_replace_the_old(inside, amina, codes):
    assert inside.post(reverse("accounts:new_codes"))["Location"] == f"{CODES}?next=%2Fkonto%2F"
    new = shown_codes(inside)
    assert (len(new), amina.recovery_codes_left, set(new) & set(codes)) == (10, 10, set())
    assert RecoveryDevice.objects.filter(user=amina).count() == 1


def test_new_codes_need_a_fresh_code(inside, amina, codes):
    with time_machine.travel(time.time() + 16 * 60):
        answer = inside.post(reverse("accounts:new_codes"))
        assert answer["Location"].startswith(reverse("accounts:confirm"))
    assert amina.recovery_codes_left == 2
