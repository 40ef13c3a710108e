"""Guessing at many accounts from one place: slowed down there, and nobody shut out for long."""

import datetime

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.accounts import services
from members.accounts.models import FailingSender, RememberedDevice
from members.accounts.services.passwords import MOST_RESETS
from members.audit.models import Record
from portal.core.models import FormUse
from tests.factories.accounts import PASSWORD, UserFactory
from tests.together import at_once

LOGIN, ASK = reverse("accounts:login"), reverse("accounts:reset_password")
NOON = datetime.datetime(2026, 11, 24, 12, 1, tzinfo=datetime.UTC)
SLOWED = "ovanligt många felaktiga lösenord"


AT_ONCE = 6


@pytest.fixture
def spray(db, settings):
    """Try one wrong password at each of so many accounts; gives the statuses. The limit is a tenth of the real one."""
    settings.SENDER_FAILURE_LIMIT = AT_ONCE

    def spray(count=AT_ONCE, **sender):
        browser = Client(**sender)
        sent = [{"username": f"nobody{number}@lindasa.example", "password": "fel"} for number in range(count)]
        return [browser.post(LOGIN, data).status_code for data in sent]

    return spray


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def log_in(email, password=PASSWORD, browser=None, **sender):
    return (browser or Client(**sender)).post(LOGIN, {"username": email, "password": password})


def told():
    return [(row.object_id, row.fields) for row in Record.objects.filter(action="accounts.slow_sender").order_by("pk")]


def test_password_above_the_limit_is_not_looked_at(noon, amina, spray):
    assert spray() == [200] * AT_ONCE
    for email in (amina.email, "ingen@lindasa.example"):
        browser = Client()
        page = log_in(email, browser=browser)
        assert page.status_code == 429
        assert SLOWED in page.content.decode()
        assert "Vänta 60 sekunder." in page.content.decode()
        assert SESSION_KEY not in browser.session


def test_one_a_minute_is_looked_at_after_that(noon, amina, spray):
    spray()
    noon.shift(datetime.timedelta(minutes=1))
    assert log_in("nobody@lindasa.example", "fel").status_code == 200
    assert log_in(amina.email).status_code == 429
    noon.shift(datetime.timedelta(minutes=1))
    assert log_in(amina.email).status_code == 302


def test_right_passwords_stop_nobody(noon, amina, spray):
    """A conference behind one address logs in at the same time: whoever gets in has used nothing up."""
    spray(AT_ONCE - 1)
    assert [log_in(amina.email).status_code for _number in range(5)] == [302] * 5
    assert log_in("nobody@lindasa.example", "fel").status_code == 200
    assert log_in(amina.email).status_code == 429


def test_other_places_are_left_alone(noon, amina, spray):
    spray()
    assert log_in(amina.email, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_network_of_a_household_is_one_place(noon, amina, spray):
    spray(REMOTE_ADDR="2001:db8:1:2::1")
    assert log_in(amina.email, REMOTE_ADDR="2001:db8:1:2:ffff::9").status_code == 429
    assert log_in(amina.email, REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_place_is_read_behind_our_own_proxies(noon, settings, amina, spray):
    settings.PROXY_COUNT = 1
    spray(HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert log_in(amina.email, HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.9").status_code == 429
    assert log_in(amina.email, HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.1").status_code == 302


def test_browser_that_is_remembered_waits_for_nobody(noon, amina, device, spray):
    """Somebody who guesses at the town hall's accounts from within keeps none of its people out."""
    browser = Client()
    token = services.remember_device(browser="", system="", by=amina)
    browser.cookies["deviceid"] = token
    spray()
    assert log_in(amina.email, browser=browser).status_code == 302
    browser.logout()
    browser.cookies["deviceid"] = token
    assert log_in("nobody@lindasa.example", browser=browser).status_code == 429
    RememberedDevice.objects.all().delete()
    assert log_in(amina.email, browser=browser).status_code == 429


def test_remembered_browser_gives_no_more_than_ten_guesses(noon, amina, spray):
    browser = Client()
    browser.cookies["deviceid"] = services.remember_device(browser="", system="", by=amina)
    spray()
    answers = [log_in(amina.email, "fel", browser=browser).status_code for _number in range(12)]
    assert answers == [200] * 9 + [429] * 3


def test_record_tells_of_it_as_numbers_and_of_no_place(noon, amina, spray):
    spray(AT_ONCE + 5, REMOTE_ADDR="203.0.113.9")
    call_command("send_due")
    services.record_slow_senders()
    assert told() == [("", ["password", str(AT_ONCE), "5"])]
    noon.shift(datetime.timedelta(minutes=1))
    spray(2, REMOTE_ADDR="203.0.113.9")
    noon.shift(datetime.timedelta(hours=1, minutes=1))
    services.record_slow_senders()
    assert told()[1:] == [("", ["password", str(AT_ONCE + 1), "6"])]
    assert not FailingSender.objects.exists()
    assert "203.0.113" not in str(list(Record.objects.values()))


def test_nothing_is_kept_of_a_place_where_all_is_well(noon, amina):
    log_in(amina.email, REMOTE_ADDR="203.0.113.9")
    assert "203.0.113" not in str(list(FailingSender.objects.values()))
    services.record_slow_senders()
    assert not FailingSender.objects.exists()
    assert told() == []


def test_place_is_not_recognised_the_day_after(noon, spray):
    spray(1)
    noon.shift(datetime.timedelta(days=1))
    spray(1)
    assert FailingSender.objects.values("digest").distinct().count() == 2


def test_sender_is_slowed_before_it_is_known_whether_anybody_has_the_address(noon, amina, spray):
    """The same queries for both: no look-up comes before the refusal."""
    spray()
    asked = []
    for email in (amina.email, "ingen@lindasa.example"):
        with CaptureQueriesContext(connection) as seen:
            log_in(email)
        asked.append([query["sql"].split('"')[:2] for query in seen if "SAVEPOINT" not in query["sql"]])
    assert asked[0] == asked[1]
    assert "accounts_user" not in str(asked)


def test_links_to_new_passwords_are_asked_for_thirty_times_an_hour_from_one_place(noon, client):
    answers = [client.post(ASK, {"email": f"n{number}@lindasa.example"}).status_code for number in range(MOST_RESETS)]
    assert answers == [302] * MOST_RESETS
    for email in ("amina@lindasa.example", "ingen@lindasa.example"):
        page = client.post(ASK, {"email": email})
        assert "ovanligt många länkar" in page.content.decode()
    assert client.post(ASK, {"email": "n0@lindasa.example"}).status_code == 302  # that link is on its way
    assert client.post(ASK, {"email": "x@lindasa.example"}, REMOTE_ADDR="203.0.113.9").status_code == 302
    noon.shift(datetime.timedelta(hours=1, minutes=1))
    assert client.post(ASK, {"email": "amina@lindasa.example"}).status_code == 302
    assert "203.0.113" not in str(list(FormUse.objects.values()))


@pytest.mark.django_db(transaction=True)
def test_accounts_tried_at_once_are_counted_one_by_one(monkeypatch):
    """Eighty at the same moment: sixty are looked at."""
    looked_at, before = [], ModelBackend.authenticate

    def counting(self, *args, **kwargs):
        looked_at.append(1)
        return before(self, *args, **kwargs)

    monkeypatch.setattr(ModelBackend, "authenticate", counting)
    UserFactory(email="amina@lindasa.example")

    def guess(first):
        for number in range(first, first + 10):
            log_in(f"nobody{number}@lindasa.example", "fel")

    at_once([lambda first=first: guess(first) for first in range(0, 80, 10)])
    assert len(looked_at) == 60
