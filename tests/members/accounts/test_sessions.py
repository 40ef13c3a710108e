"""Where one is logged in: seen in plain words, ended one by one or all at once, dead at the next request."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts import queries, services
from members.accounts.models import Session, User
from members.accounts.models.sessions import SessionStore, digest_of
from members.audit.models import Record
from tests.factories.accounts import PASSWORD, TotpDeviceFactory, UserFactory
from tests.members.accounts.conftest import code_of

ACCOUNT, SESSIONS = reverse("accounts:account"), reverse("accounts:sessions")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/19.0 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def phone(amina, device):
    """Amina's telephone, which logged in an hour ago with the code of then."""
    client = Client(headers={"User-Agent": IPHONE})
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=1), tick=False):
        client.post(reverse("accounts:login"), {"username": amina.email, "password": PASSWORD})
        assert client.post(reverse("accounts:second_factor"), {"code": code_of(device)}).status_code == 302
    return client


@pytest.fixture
def client():
    return Client(headers={"User-Agent": FIREFOX})


def of_phone(amina):
    return Session.objects.get(user=amina, system="iPhone")


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, "Firefox på Windows"),
        (IPHONE, "Safari på iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome på Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge på Mac"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
        ("curl/8", "Okänd enhet"),
        ("", "Okänd enhet"),
    ],
)
def test_device_is_told_in_plain_words(agent, device):
    assert queries.device_in_words(*queries.device_of(agent)) == device


def test_list_shows_each_browser_and_which_is_this_one(phone, inside, amina):
    page = inside.get(SESSIONS).content.decode()
    assert page.index("Firefox på Windows") < page.index("Den du använder nu") < page.index("Safari på iPhone")
    assert page.count("Den du använder nu") == 1
    assert page.count(reverse("accounts:end_session", args=[of_phone(amina).pk])) == 1
    assert SESSIONS in inside.get(ACCOUNT).content.decode()


def test_list_costs_the_same_for_one_and_for_many(inside, amina, django_assert_num_queries):
    for number in range(3):
        with django_assert_num_queries(6):  # session, person, app; sessions, remembered; memberships
            inside.get(SESSIONS)
        Session(session_key=f"{number}", user=amina, expire_date=timezone.now() + datetime.timedelta(1)).save()


def test_one_browser_is_logged_out_at_its_next_request(phone, inside, amina):
    assert phone.get(ACCOUNT).status_code == 200
    answer = inside.post(reverse("accounts:end_session", args=[of_phone(amina).pk]), follow=True)
    assert "Utloggad där." in answer.content.decode()
    assert phone.get(ACCOUNT)["Location"].startswith(reverse("accounts:login"))
    assert inside.get(ACCOUNT).status_code == 200
    assert Record.objects.get(action="accounts.end_session").actor_id == str(amina.pk)


def test_logging_out_everywhere_ends_this_one_too(phone, inside):
    answer = inside.post(reverse("accounts:end_all_sessions"), follow=True)
    assert "Du är utloggad överallt." in answer.content.decode()
    for browser in (phone, inside):
        assert browser.get(ACCOUNT)["Location"].startswith(reverse("accounts:login"))
    assert Record.objects.filter(action="accounts.end_all_sessions").count() == 1


def test_somebody_elses_session_does_not_exist(inside):
    other = Client()
    person = TotpDeviceFactory(user=UserFactory()).user
    other.post(reverse("accounts:login"), {"username": person.email, "password": PASSWORD})
    theirs = Session.objects.get(user=person)
    assert inside.post(reverse("accounts:end_session", args=[theirs.pk])).status_code == 404
    assert Session.objects.filter(pk=theirs.pk).exists()


def test_closed_account_has_no_session_left(phone, inside, amina):
    services.change_details(account=User.objects.get(pk=amina.pk), by=None, is_active=False)
    assert not Session.objects.filter(user=amina).exists()
    assert inside.get(ACCOUNT).status_code == 302


def test_new_password_leaves_the_browser_that_it_was_changed_in(phone, inside, amina):
    inside.post(reverse("accounts:change_password"), {"current": PASSWORD, "password": "en helt ny mening 2026"})
    assert [row.browser for row in Session.objects.filter(user=amina)] == ["Firefox"]
    assert inside.get(ACCOUNT).status_code == 200


def test_database_holds_no_key_that_opens(inside, amina):
    key = inside.session.session_key
    assert [row.pk for row in Session.objects.filter(user=amina)] == [digest_of(key)]
    stored = Client()
    stored.cookies["sessionid"] = digest_of(key)
    assert stored.get(ACCOUNT).status_code == 302


def test_key_is_new_after_the_password_and_after_the_code(client, amina, device):
    client.get(reverse("accounts:login"))
    client.post(reverse("accounts:login"), {"username": amina.email, "password": PASSWORD})
    half = client.session.session_key
    client.post(reverse("accounts:second_factor"), {"code": code_of(device)})
    assert client.session.session_key != half
    assert Session.objects.filter(user=amina).count() == 1


def test_time_of_use_is_noted_every_five_minutes_and_no_oftener(inside, amina, django_assert_num_queries):
    begun = Session.objects.get(user=amina).begun_at
    for minutes, questions in [(4, 6), (6, 7), (7, 6)]:
        now = timezone.now() + datetime.timedelta(minutes=minutes)
        with time_machine.travel(now, tick=False), django_assert_num_queries(questions):
            inside.get(SESSIONS)
    row = Session.objects.get(user=amina)
    assert datetime.timedelta(minutes=5) < row.last_used_at - begun < datetime.timedelta(minutes=7)
    assert row.begun_at == begun


def test_session_that_was_ended_is_not_written_back_by_a_request_under_way(inside, amina):
    from django.contrib.sessions.backends.base import UpdateError

    under_way = SessionStore(inside.session.session_key)
    under_way["text"] = "something"
    services.end_all_sessions(by=amina)
    with pytest.raises(UpdateError):
        under_way.save()
    assert not Session.objects.filter(user=amina).exists()
