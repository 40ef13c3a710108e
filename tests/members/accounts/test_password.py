"""A new password by mail: it tells nobody who has an account, logs nobody in and stands in for no second factor."""

import datetime
import re
import time

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from members.audit.models import Record
from tests.factories.accounts import PASSWORD

ASK, SENT, LOGIN = (reverse(f"accounts:{name}") for name in ("reset_password", "reset_sent", "login"))
NEW = "en helt ny mening 2026"


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def link(client, amina, commits, mailoutbox):
    """The path of the link that Amina was mailed."""
    with commits():
        client.post(ASK, {"email": amina.email})
    return re.search(r"http://testserver(/\S+)", mailoutbox[-1].body).group(1)


@pytest.mark.parametrize("email", ["amina@lindasa.example", "AMINA@lindasa.example", "ingen@lindasa.example"])
def test_answer_is_the_same_whoever_has_the_address(client, amina, commits, mailoutbox, email):
    with commits():
        answer = client.post(ASK, {"email": email})
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    assert len(mailoutbox) == (0 if "ingen" in email else 1)
    assert "Om adressen hör till ett konto" in client.get(SENT).content.decode()


def test_asking_is_a_task_so_that_the_page_takes_as_long_for_anybody(client, amina, commits, monkeypatch):
    from members.accounts import services
    from portal.core.fields import decrypt

    asked = []
    monkeypatch.setattr(type(services.send_password_reset), "enqueue", lambda self, **given: asked.append(given))
    with commits():
        client.post(ASK, {"email": "ingen@lindasa.example"})
        client.post(ASK, {"email": amina.email})
    assert [decrypt(given["sealed"]) for given in asked] == ["ingen@lindasa.example", amina.email]
    assert "lindasa" not in str(asked)


@pytest.mark.parametrize("email", ["amina@lindasa.example", "ingen@lindasa.example"])
def test_asking_again_within_five_minutes_makes_no_second_task(client, amina, commits, monkeypatch, email):
    from members.accounts import services

    asked = []
    monkeypatch.setattr(type(services.send_password_reset), "enqueue", lambda self, **given: asked.append(given))
    slot = time.time() // 300 * 300
    for seconds, spelling in [(0, email), (1, email.upper()), (299, email), (300, email)]:
        with time_machine.travel(slot + seconds, tick=False), commits():
            assert client.post(ASK, {"email": spelling})["Location"] == SENT
    assert len(asked) == 2


def test_inactive_account_is_mailed_nothing(client, amina, commits, mailoutbox):
    amina.is_active = False
    amina.save()
    with commits():
        client.post(ASK, {"email": amina.email})
    assert mailoutbox == []


def test_asking_again_at_once_sends_nothing_more(client, amina, commits, mailoutbox):
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC), tick=False), commits():
        for _time in range(3):
            client.post(ASK, {"email": amina.email})
    assert len(mailoutbox) == 1


def test_something_else_than_an_address_is_refused(client, db):
    assert client.post(ASK, {"email": "amina"}).status_code == 200


def test_new_password_holds_and_neither_logs_in_nor_skips_the_code(client, amina, link, commits, mailoutbox):
    assert client.get(link).status_code == 200
    with commits():
        answer = client.post(link, {"password": NEW})
    assert answer["Location"] == LOGIN
    assert SESSION_KEY not in client.session
    amina.refresh_from_db()
    assert amina.check_password(NEW)
    assert client.post(LOGIN, {"username": amina.email, "password": NEW})["Location"] == reverse(
        "accounts:second_factor"
    )
    assert "Ditt lösenord" in mailoutbox[-1].subject
    assert Record.objects.filter(action="accounts.set_password", fields=["password"]).count() == 1


def test_opening_the_link_changes_nothing(client, amina, link):
    client.get(link)
    amina.refresh_from_db()
    assert amina.check_password(PASSWORD)


def test_link_works_once(client, link):
    client.post(link, {"password": NEW})
    for answer in (client.get(link), client.post(link, {"password": "en annan mening 2026"})):
        assert answer.status_code == 410
        assert "Länken gäller inte längre" in answer.content.decode()


def test_link_ends_after_four_hours(client, link):
    with time_machine.travel(time.time() + 4 * 3600 + 60):
        assert client.get(link).status_code == 410


@pytest.mark.parametrize("uid", ["MQ", "x", "_____", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "w6U"])
def test_made_up_link_opens_nothing(client, db, uid):
    address = reverse("accounts:new_password", kwargs={"uid": uid, "token": "abc-def"})
    assert client.get(address).status_code == 410


def test_page_keeps_its_address_to_itself(client, link):
    answer = client.get(link)
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("password", ["kort", "amina@lindasa.example", "123456789012"])
def test_weak_password_is_refused(client, amina, link, password):
    answer = client.post(link, {"password": password})
    assert answer.status_code == 200
    amina.refresh_from_db()
    assert amina.check_password(PASSWORD)


def test_new_password_ends_other_sessions(inside, amina, link):
    from django.test import Client

    Client().post(link, {"password": NEW})
    assert inside.get(reverse("accounts:account"))["Location"].startswith(LOGIN)


def test_new_password_opens_a_locked_out_account(client, amina, link):
    for _number in range(11):
        client.post(LOGIN, {"username": amina.email, "password": "fel"})
    client.post(link, {"password": NEW})
    assert not AccessAttempt.objects.exists()
    assert client.post(LOGIN, {"username": amina.email, "password": NEW}).status_code == 302


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mails_speak_the_persons_language_and_ignore_the_host(client, amina, commits, mailoutbox, settings, language):
    settings.ALLOWED_HOSTS = ["*"]
    amina.language = language
    amina.save()
    with commits():
        client.post(ASK, {"email": amina.email}, headers={"host": "ond.example"})
    mail = mailoutbox[0]
    prefix = "/en" if language == "en" else ""
    assert f"http://testserver{prefix}/logga-in/nytt-losenord/" in mail.body
    assert "ond.example" not in mail.body + mail.alternatives[0].content
    link = re.search(r"http://testserver(/\S+)", mail.body).group(1)
    with commits():
        client.post(link, {"password": NEW})
    assert len(mailoutbox) == 2
