"""In with the password, on with the code, and out."""

import datetime
import re
import time

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from tests.factories.accounts import PASSWORD, UserFactory
from tests.members.accounts.conftest import code_of, wrong_code_of

LOGIN, CODE = reverse("accounts:login"), reverse("accounts:second_factor")
WRONG = "E-postadressen eller lösenordet stämmer inte."
LOCKED = "Det har blivit för många försök"


def try_password(client, email, password="fel"):
    return client.post(LOGIN, {"username": email, "password": password})


def test_login_with_password_and_code_opens_the_account(client, amina, device):
    first = try_password(client, amina.email, PASSWORD)
    assert (first.status_code, first["Location"]) == (302, CODE)
    second = client.post(CODE, {"code": code_of(device)})
    assert (second.status_code, second["Location"]) == (302, reverse("accounts:account"))
    assert client.get(reverse("accounts:account")).status_code == 200
    assert Record.objects.filter(action="accounts.log_in", actor_id=str(amina.pk)).count() == 1


def test_address_may_be_written_in_any_case(client, amina):
    assert try_password(client, "AMINA@Lindasa.Example", PASSWORD).status_code == 302


def test_password_alone_opens_nothing(half_in):
    for name in ("accounts:account", "accounts:change_password", "accounts:recovery_codes", "accounts:enrol"):
        response = half_in.get(reverse(name))
        assert response.status_code == 302, name
        assert response["Location"].startswith(CODE), name


def test_session_key_changes_at_login_and_at_the_code(client, amina, device):
    client.get(LOGIN)
    session = client.session
    session["before"] = 1
    session.save()
    anonymous = client.session.session_key
    try_password(client, amina.email, PASSWORD)
    after_password = client.session.session_key
    client.post(CODE, {"code": code_of(device)})
    assert len({anonymous, after_password, client.session.session_key}) == 3


def test_wrong_password_and_unknown_address_look_the_same(client, amina):
    def what_one_sees(email):
        page = try_password(client, email).content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(email, "")

    assert WRONG in what_one_sees(amina.email)
    assert what_one_sees(amina.email) == what_one_sees("ingen@lindasa.example")


def test_inactive_account_looks_like_none(client, amina):
    amina.is_active = False
    amina.save()
    assert WRONG in try_password(client, amina.email, PASSWORD).content.decode()


def test_unknown_address_costs_a_hash_as_a_known_one_does(client, amina, monkeypatch):
    """Equal timing: what takes the time is the hash, so there must be one each."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    counted = []
    before = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: counted.append(1) or before(*given))
    costs = []
    for email in (amina.email, "ingen@lindasa.example"):
        counted.clear()
        try_password(client, email)
        costs.append(len(counted))
    assert costs == [1, 1]


@pytest.mark.parametrize("email", ["amina@lindasa.example", "ingen@lindasa.example"])
def test_eleventh_password_is_not_looked_at(client, amina, email):
    answers = [try_password(client, email).status_code for _number in range(10)]
    assert answers == [200] * 9 + [429]
    response = try_password(client, email, PASSWORD)
    assert response.status_code == 429
    assert LOCKED in response.content.decode()
    assert SESSION_KEY not in client.session


def test_lock_out_opens_by_itself_after_a_quarter_of_an_hour(client, amina):
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=16), tick=False):
        for _number in range(12):
            try_password(client, amina.email)
    assert try_password(client, amina.email, PASSWORD).status_code == 302


def test_lock_out_of_one_address_leaves_others_alone(client, amina, klara):
    for _number in range(11):
        try_password(client, klara.email)
    assert try_password(client, amina.email, PASSWORD).status_code == 302


def test_failed_login_keeps_no_password(client, amina):
    try_password(client, amina.email, "Hemligt-som-nästan-stämde")
    assert "Hemligt" not in str(AccessAttempt.objects.values().get())


def test_failed_login_keeps_neither_who_nor_where_nor_what_came_along(client, amina):
    sent = {"username": amina.email, "password": "fel", "next": "/deltagare/hemlig/", "kept": "En text som följde med"}
    for browser in ("Min webbläsare", "En annan"):
        client.post(LOGIN, sent, headers={"user-agent": browser}, REMOTE_ADDR="203.0.113.9")
    stored = str(AccessAttempt.objects.values().get())
    assert not [told for told in ("amina", "203.0.113", "webbläsare", "hemlig", "följde") if told in stored]


def test_count_of_failed_logins_is_gone_when_its_time_is(client, amina):
    try_password(client, amina.email)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=16)):
        call_command("send_due")
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    ("address", "goes_on"),
    [
        ("/deltagare/traffar/", True),
        ("/en/deltagare/?sida=2", True),
        ("https://ond.example/", False),
        ("//ond.example/", False),
        (r"/\ond.example", False),
        ("javascript:alert(1)", False),
        ("http://testserver/deltagare/", False),
    ],
)
def test_next_leads_on_within_the_portal_only(client, amina, device, address, goes_on):
    response = client.post(LOGIN, {"username": amina.email, "password": PASSWORD, "next": address})
    assert ("next=" in response["Location"]) is goes_on
    response = client.post(CODE, {"code": code_of(device), "next": address})
    assert response["Location"] == (address if goes_on else reverse("accounts:account"))


def test_login_page_tells_somebody_inside_that_they_are(inside, amina):
    """Wagtail sends people here who may not open its admin: sending them back would go round for ever."""
    content = inside.get(LOGIN, {"next": "/admin/"}).content.decode()
    assert "Du är redan inloggad" in content
    assert amina.email in content
    assert 'href="/admin/"' in content


def test_login_page_sends_somebody_half_in_to_the_code(half_in):
    assert half_in.get(LOGIN)["Location"] == CODE


def test_code_page_sends_strangers_to_the_login(client, db):
    assert client.get(CODE, {"next": "/konto/"})["Location"] == f"{LOGIN}?next=%2Fkonto%2F"


def test_code_page_lets_somebody_inside_pass(inside):
    assert inside.get(CODE)["Location"] == reverse("accounts:account")


def test_wrong_code_is_told_and_opens_nothing(half_in, device):
    response = half_in.post(CODE, {"code": wrong_code_of(device)})
    assert "Koden stämmer inte." in response.content.decode()
    assert half_in.get(reverse("accounts:account")).status_code == 302


def test_code_may_be_written_with_a_space(half_in, device):
    code = code_of(device)
    assert half_in.post(CODE, {"code": f"{code[:3]} {code[3:]}"}).status_code == 302


def test_code_works_once(client, half_in, amina, device):
    code = code_of(device)
    half_in.post(CODE, {"code": code})
    client.logout()
    try_password(client, amina.email, PASSWORD)
    assert "bara en gång" in client.post(CODE, {"code": code}).content.decode()


def test_wrong_codes_make_one_wait_and_say_how_long(half_in, device):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        half_in.post(CODE, {"code": wrong_code_of(device)})
        content = half_in.post(CODE, {"code": code_of(device)}).content.decode()
        assert "Koden prövades inte" in content
        assert "Vänta 1 sekund." in content
    with time_machine.travel(now + datetime.timedelta(seconds=2), tick=False):
        assert half_in.post(CODE, {"code": code_of(device)}).status_code == 302


def test_at_most_ten_codes_are_looked_at_in_a_quarter_of_an_hour(half_in, device):
    """And however long the guessing went on, the owner waits a quarter of an hour or so, not for ever."""
    start = now = time.time()
    looked_at = 0
    while now < start + 900:
        with time_machine.travel(now, tick=False):
            content = half_in.post(CODE, {"code": wrong_code_of(device)}).content.decode()
            looked_at += "Koden stämmer inte." in content
            device.refresh_from_db()
            now += device.seconds_to_wait
    assert looked_at == 10
    for _number in range(50):
        device.throttle_increment()
    assert device.seconds_to_wait <= 1024


def test_wait_of_minutes_is_told_in_minutes(half_in, device):
    for _number in range(10):
        device.throttle_increment()
    assert "Vänta 9 minuter." in half_in.post(CODE, {"code": code_of(device)}).content.decode()


def test_recovery_code_opens_once_and_is_told_by_mail(client, half_in, amina, codes, mailoutbox):
    url = reverse("accounts:recovery")
    assert half_in.get(url).status_code == 200
    written = codes[0].upper().replace("-", " ")
    assert half_in.post(url, {"code": written})["Location"] == reverse("accounts:account")
    assert amina.recovery_codes_left == 1
    client.logout()
    try_password(client, amina.email, PASSWORD)
    assert "Koden stämmer inte." in client.post(url, {"code": codes[0]}).content.decode()


def test_recovery_code_is_taken_where_the_digits_are_asked_for(half_in, codes):
    assert half_in.post(CODE, {"code": codes[1]}).status_code == 302


def test_recovery_code_without_any_left_is_wrong(half_in):
    assert "Koden stämmer inte." in half_in.post(CODE, {"code": "aaaa-bbbb-cccc-dddd"}).content.decode()


def test_wrong_digits_do_not_slow_the_recovery_codes_down(half_in, device, codes):
    half_in.post(CODE, {"code": wrong_code_of(device)})
    assert half_in.post(CODE, {"code": codes[0]}).status_code == 302


def test_log_out_ends_the_session_by_post_alone(inside):
    url = reverse("accounts:log_out")
    assert inside.get(url).status_code == 405
    response = inside.post(url)
    assert response["Clear-Site-Data"] == '"storage"'
    response = inside.get(response["Location"])
    assert "Du är utloggad." in response.content.decode()
    assert SESSION_KEY not in inside.session


def test_deactivated_person_is_out_at_the_next_request(inside, amina):
    amina.is_active = False
    amina.save()
    assert inside.get(reverse("accounts:account"))["Location"].startswith(LOGIN)


def test_landing_follows_what_the_person_has_to_do(client, world, login):
    for name, place in [
        ("bo", "/deltagare/"),
        ("david", "/deltagare/"),
        ("eva", "/admin/"),
        ("fredrik", "/admin/"),
        ("johan", "/konto/"),
    ]:
        login(client, world.people[name])
        assert f'href="{place}">Till startsidan' in client.get(LOGIN).content.decode(), name


def test_login_is_there_in_english(client, db):
    content = client.get("/en/logga-in/").content.decode()
    assert '<html lang="en"' in content


def test_page_of_the_doors_is_never_cached(client, db):
    assert "no-store" in client.get(LOGIN)["Cache-Control"]


def test_person_without_an_app_is_led_to_setting_one_up(client, klara):
    try_password(client, klara.email, PASSWORD)
    response = client.get(CODE, {"next": "/deltagare/"})
    assert response["Location"] == f"{reverse('accounts:enrol')}?next=%2Fdeltagare%2F"


def test_another_persons_account_stays_out_of_reach(half_in, amina):
    """The code must be of the person whose password it was."""
    from tests.factories.accounts import TotpDeviceFactory

    other = TotpDeviceFactory(user=UserFactory())
    assert half_in.post(CODE, {"code": code_of(other)}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_passwords_tried_at_once_are_counted_one_by_one(monkeypatch):
    """Thirty at the same moment: ten are looked at."""
    from concurrent.futures import ThreadPoolExecutor

    from django.contrib.auth.backends import ModelBackend
    from django.db import connection
    from django.test import Client

    looked_at = []
    before = ModelBackend.authenticate

    def slowly(self, *args, **kwargs):
        looked_at.append(1)
        time.sleep(0.01)
        return before(self, *args, **kwargs)

    monkeypatch.setattr(ModelBackend, "authenticate", slowly)

    def attempt(_number):
        try:
            return try_password(Client(), "amina@lindasa.example").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(30)))
    assert len(looked_at) == 10
    assert sorted(answers) == [200] * 9 + [429] * 21
