"""A device that is not asked for a code for thirty days: seen, forgotten, and never a factor."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import LoginPolicy, RememberedDevice
from members.audit.models import Record
from tests.factories.accounts import PASSWORD, TotpDeviceFactory, UserFactory
from tests.members.accounts.conftest import code_of

LOGIN, CODE, ACCOUNT = (reverse(f"accounts:{name}") for name in ("login", "second_factor", "account"))
SESSIONS, LOG_OUT, POLICY = reverse("accounts:sessions"), reverse("accounts:log_out"), reverse("accounts_policy")
CHROME = "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


@pytest.fixture
def client():
    return Client(headers={"User-Agent": CHROME})


@pytest.fixture
def remembered(half_in, device):
    """Amina's browser, in which she asked not to be asked again; she has logged out since."""
    answer = half_in.post(CODE, {"code": code_of(device), "remember": "on"})
    assert answer.cookies["deviceid"]["httponly"]
    assert answer.cookies["deviceid"]["max-age"] == 30 * 24 * 60 * 60
    half_in.post(LOG_OUT)
    return half_in


def log_in(browser, person, password=PASSWORD):
    return browser.post(LOGIN, {"username": person.email, "password": password, "next": ACCOUNT})


def test_password_is_enough_in_a_remembered_browser(remembered, amina):
    assert log_in(remembered, amina)["Location"] == ACCOUNT
    assert remembered.get(ACCOUNT).status_code == 200
    assert Record.objects.filter(action="accounts.log_in").count() == 2
    assert amina.remembered_devices.get().last_used_at is not None


def test_password_is_needed_all_the_same(remembered, amina):
    assert log_in(remembered, amina, "fel").status_code == 200
    assert remembered.get(ACCOUNT).status_code == 302


def test_nothing_is_remembered_unasked(half_in, amina, device):
    assert "i 30 dagar" in half_in.get(CODE).content.decode()
    assert "deviceid" not in half_in.post(CODE, {"code": code_of(device)}).cookies
    assert not RememberedDevice.objects.exists()


def test_change_to_the_login_still_asks_for_a_code(remembered, amina):
    log_in(remembered, amina)
    assert remembered.get(reverse("accounts:change_password"))["Location"].startswith(reverse("accounts:confirm"))


def test_thirty_days_are_thirty(remembered, amina):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=29)):
        assert services.recognise_device(user=amina, token=remembered.cookies["deviceid"].value)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=30, minutes=1)):
        assert log_in(remembered, amina)["Location"].startswith(CODE)
        assert services.forget_old_devices() == 1


def test_another_persons_password_opens_nothing_more_in_that_browser(remembered):
    other = TotpDeviceFactory(user=UserFactory()).user
    assert log_in(remembered, other)["Location"].startswith(CODE)


def test_new_password_forgets_the_device(remembered, amina):
    services.set_password(user=amina, password="en helt ny mening 2026", by=amina)
    assert not RememberedDevice.objects.exists()
    assert log_in(remembered, amina, "en helt ny mening 2026")["Location"].startswith(CODE)


def test_cookie_of_an_old_password_is_worthless_even_if_the_row_is_there(remembered, amina):
    amina.set_password("en helt ny mening 2026")
    amina.save()
    assert log_in(remembered, amina, "en helt ny mening 2026")["Location"].startswith(CODE)


def test_removing_a_factor_forgets_the_device(remembered, amina, device):
    TotpDeviceFactory(user=amina)
    services.remove_factor(device=device, by=amina)
    assert not RememberedDevice.objects.exists()


def test_device_is_listed_and_forgotten_with_the_session_that_it_opened(remembered, amina):
    log_in(remembered, amina)
    assert "Enheter som inte frågas om kod" in remembered.get(SESSIONS).content.decode()
    forget = reverse("accounts:forget_device", args=[amina.remembered_devices.get().pk])
    assert remembered.post(forget)["Location"] == SESSIONS
    assert remembered.get(SESSIONS)["Location"].startswith(CODE)


def test_somebody_elses_device_does_not_exist(inside):
    theirs = RememberedDevice.objects.create(user=UserFactory(), digest="x", expires_at=timezone.now())
    assert inside.post(reverse("accounts:forget_device", args=[theirs.pk])).status_code == 404


def test_browser_stands_in_the_list_once(remembered, amina, device):
    remembered.post(LOGIN, {"username": "ingen@lindasa.example", "password": "fel"})
    first = remembered.cookies["deviceid"].value
    token = services.remember_device(browser="Chrome", system="Android", by=amina, old_token=first)
    assert token != first
    assert amina.remembered_devices.count() == 1


def test_remembered_device_is_no_factor(klara):
    RememberedDevice.objects.create(user=klara, digest="x", expires_at=timezone.now())
    assert not klara.has_second_factor
    assert klara.factors == []


def test_policy_says_no(remembered, amina, world, login):
    services.set_policy(by=world.fredrik, remembers_devices=False)
    assert not RememberedDevice.objects.exists()
    assert log_in(remembered, amina)["Location"].startswith(CODE)
    assert "i 30 dagar" not in remembered.get(CODE).content.decode()
    assert services.remember_device(browser="", system="", by=amina) == ""
    assert Record.objects.get(action="accounts.set_policy").fields == ["remembers_devices"]


def test_administrator_sets_the_policy_in_the_admin(client, world, login):
    import time

    login(client, world.fredrik)
    assert client.get(POLICY)["Location"].startswith(reverse("accounts:confirm"))
    session = client.session
    session["confirmed_at"] = int(time.time())
    session.save()
    assert "väntetid i timmar" in client.get(POLICY).content.decode().lower()
    client.post(POLICY, {"waiting_hours": "48"})
    policy = LoginPolicy.objects.get()
    assert (policy.remembers_devices, policy.waiting_hours) == (False, 48)
    client.post(POLICY, {"waiting_hours": "48"})
    assert Record.objects.filter(action="accounts.set_policy").count() == 1


def test_there_is_one_policy(db):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        LoginPolicy.objects.create(pk=2)
