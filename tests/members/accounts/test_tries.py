"""What the record tells of logins that failed, of lock-outs, and of logging out; and how little a flood makes of it."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import FailedTries
from members.audit.models import Record
from tests.factories.accounts import PASSWORD
from tests.members.accounts.conftest import wrong_code_of

LOGIN, CODE = reverse("accounts:login"), reverse("accounts:second_factor")
NOON = datetime.datetime(2026, 11, 24, 12, 1, tzinfo=datetime.UTC)


def fail(client, email, times=1):
    for _number in range(times):
        client.post(LOGIN, {"username": email, "password": "fel"})


def told(*actions):
    rows = Record.objects.filter(action__in=actions).order_by("pk")
    return [(row.action, row.object_id, row.fields) for row in rows]


def test_failed_login_is_recorded_within_a_minute(client, amina):
    with time_machine.travel(NOON, tick=False):
        fail(client, "AMINA@Lindasa.Example", 2)
        services.record_failed_tries()
    assert told("accounts.fail_log_in") == [("accounts.fail_log_in", str(amina.pk), ["password", "2"])]


def test_flood_of_failed_logins_makes_three_records_a_window(client, amina):
    """The first is told at once, the lock-out when it comes, and the count when the quarter of an hour is over."""
    with time_machine.travel(NOON, tick=False):
        fail(client, amina.email)
        services.record_failed_tries()
        fail(client, amina.email, 30)
        services.record_failed_tries()
        services.record_failed_tries()
    with time_machine.travel(NOON + datetime.timedelta(minutes=15), tick=False):
        services.record_failed_tries()
        services.record_failed_tries()
    pk = str(amina.pk)
    assert told("accounts.fail_log_in", "accounts.lock_out") == [
        ("accounts.fail_log_in", pk, ["password", "1"]),
        ("accounts.lock_out", pk, ["password"]),
        ("accounts.fail_log_in", pk, ["password", "31"]),
    ]
    assert not FailedTries.objects.exists()


def test_unknown_addresses_are_recorded_as_one(client, amina):
    with time_machine.travel(NOON, tick=False):
        for number in range(5):
            fail(client, f"nobody{number}@lindasa.example", 2)
        services.record_failed_tries()
    with time_machine.travel(NOON + datetime.timedelta(minutes=15), tick=False):
        services.record_failed_tries()
    assert told("accounts.fail_log_in") == [
        ("accounts.fail_log_in", "", ["password", "10"]),
    ]


def test_record_of_a_failed_login_tells_neither_address_nor_password(client, amina):
    fail(client, "hemlig@lindasa.example")
    fail(client, amina.email)
    kept = str(list(FailedTries.objects.values()))
    services.record_failed_tries()
    kept += str(list(Record.objects.values()))
    assert "hemlig" not in kept
    assert "amina" not in kept
    assert "fel" not in kept


def test_right_password_is_no_failed_login(half_in, amina):
    assert not FailedTries.objects.exists()


def test_wrong_password_at_the_change_of_it_counts_too(inside, amina):
    inside.post(reverse("accounts:change_password"), {"current": "fel", "password": PASSWORD})
    services.record_failed_tries()
    assert told("accounts.fail_log_in") == [("accounts.fail_log_in", str(amina.pk), ["password", "1"])]


def test_wrong_code_is_recorded_once_each_time_that_it_is_looked_at(half_in, amina, device):
    with time_machine.travel(timezone.now(), tick=False):  # the wait after the first one is a second
        for _number in range(5):
            half_in.post(CODE, {"code": wrong_code_of(device)})
    assert told("accounts.fail_second_factor") == [("accounts.fail_second_factor", str(amina.pk), ["totp"])]


def test_wrong_recovery_code_is_recorded(half_in, amina, codes):
    half_in.post(reverse("accounts:recovery"), {"code": "zzzz-zzzz-zzzz-zzzz"})
    assert told("accounts.fail_second_factor") == [("accounts.fail_second_factor", str(amina.pk), ["recovery_code"])]


def test_logging_out_is_recorded(inside, amina):
    inside.post(reverse("accounts:log_out"))
    assert told("accounts.log_out") == [("accounts.log_out", str(amina.pk), [])]


def test_logging_out_of_wagtails_admin_is_recorded(client, world, login):
    login(client, world.david).post(reverse("wagtailadmin_logout"))
    assert told("accounts.log_out") == [("accounts.log_out", str(world.david.pk), [])]


def test_nobody_logs_out_without_a_record_of_somebody(client, db):
    client.post(reverse("accounts:log_out"))
    assert told("accounts.log_out") == []


def test_administrator_finds_failed_logins_and_their_owner(client, world, login):
    fail(client, world.amina.email, 11)
    call_command("send_due")
    login(client, world.fredrik)
    url = reverse("audit_record:index")
    for query in ({"action": "fail_log_in"}, {"q": "lock_out"}):
        content = client.get(url, query).content.decode()
        assert Record.objects.get(action="accounts.lock_out").object_label in content, query


@pytest.mark.parametrize("minutes", [15, 600])
def test_clock_that_stood_still_loses_no_count(client, amina, minutes):
    with time_machine.travel(NOON, tick=False):
        fail(client, amina.email, 3)
    with time_machine.travel(NOON + datetime.timedelta(minutes=minutes), tick=False):
        services.record_failed_tries()
        assert timezone.now() > NOON
    assert told("accounts.fail_log_in") == [("accounts.fail_log_in", str(amina.pk), ["password", "3"])]
    assert not FailedTries.objects.exists()


def test_owner_who_logs_in_between_gives_a_guesser_no_more_tries(client, amina):
    fail(client, amina.email, 9)
    assert client.post(LOGIN, {"username": amina.email, "password": PASSWORD}).status_code == 302
    client.logout()
    fail(client, amina.email)
    assert client.post(LOGIN, {"username": amina.email, "password": "fel"}).status_code == 429
