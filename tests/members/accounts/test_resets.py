"""Every factor is lost: a colleague vouches, everybody is told, and after a wait the person sets up new ones."""

import datetime
import re
import time

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import FactorReset, RecoveryDevice, Session
from members.audit.models import Record
from members.organisations.models import Membership
from tests.factories.accounts import PASSWORD
from tests.members.accounts.conftest import code_of

ANEW, CODE, ENROL = (reverse(f"accounts:{name}") for name in ("start_anew", "second_factor", "enrol"))


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def vouched(world, login, commits, mailoutbox):
    """Amina, contact person of Lindåsa, has vouched for Bo."""
    browser = login(Client(), world.amina)
    session = browser.session
    session["confirmed_at"] = int(time.time())
    session.save()
    address = reverse("organisations:vouch", args=[Membership.objects.get(user=world.bo).pk])
    assert address in browser.get(reverse("organisations:directory")).content.decode()
    assert "Går du i god för Bo Castsson?" in browser.get(address).content.decode()
    with commits():
        browser.post(address)
    return FactorReset.objects.get()


@pytest.fixture
def locked_out(client, world):
    """Bo's browser after the password."""
    RecoveryDevice.objects.create(user=world.bo)
    client.post(reverse("accounts:login"), {"username": world.bo.email, "password": PASSWORD})
    return client


def later(**given):
    return time_machine.travel(timezone.now() + datetime.timedelta(**given))


def test_person_and_administrators_are_told(vouched, world, mailoutbox):
    assert sorted(mail.to[0] for mail in mailoutbox) == ["bo@cast.example", "fredrik@cast.example"]
    assert "Amina Castsson har gått i god för dig" in next(m for m in mailoutbox if "bo@" in m.to[0]).body
    record = Record.objects.get(action="accounts.vouch")
    assert (record.actor_id, record.object_id) == (str(world.amina.pk), str(world.bo.pk))


def test_nothing_opens_before_the_wait_is_over(vouched, locked_out, world):
    assert ANEW in locked_out.get(CODE).content.decode()
    assert "Kom tillbaka den" in locked_out.get(ANEW).content.decode()
    assert locked_out.post(ANEW)["Location"] == ANEW
    assert world.bo.has_second_factor


def test_person_sets_up_anew_after_a_day(vouched, locked_out, world, commits, mailoutbox):
    elsewhere = Client()
    elsewhere.post(reverse("accounts:login"), {"username": world.bo.email, "password": PASSWORD})
    with later(hours=24, minutes=1):
        locked_out.post(reverse("accounts:login"), {"username": world.bo.email, "password": PASSWORD})
        assert "Börja om" in locked_out.get(ANEW).content.decode()
        with commits():
            assert locked_out.post(ANEW)["Location"] == ENROL
        assert not world.bo.has_second_factor
        assert not RecoveryDevice.objects.filter(user=world.bo).exists()
        assert Session.objects.filter(user=world.bo).count() == 1
        locked_out.get(ENROL)
        answer = locked_out.post(ENROL, {"code": code_of(world.bo.totp_devices.get())})
    assert answer["Location"].startswith(reverse("accounts:recovery_codes"))
    assert "började om" in mailoutbox[-1].body
    assert Record.objects.filter(action="accounts.start_anew").count() == 1


def test_word_alone_opens_nothing_without_the_password(vouched):
    with later(hours=25):
        assert Client().post(ANEW)["Location"].startswith(reverse("accounts:login"))


@pytest.mark.parametrize("reader", ["bo@", "fredrik@"])
def test_mail_stops_it(vouched, locked_out, world, mailoutbox, reader):
    body = next(mail for mail in mailoutbox if reader in mail.to[0]).body
    link = re.search(r"http://testserver(/\S+)", body).group(1)
    assert "Bo Castsson" in Client().get(link).content.decode()
    assert "Inloggningen är som den var" in Client().post(link).content.decode()
    assert Client().post(link).status_code == 410
    with later(hours=25):
        assert locked_out.get(ANEW)["Location"].startswith(CODE) or locked_out.get(ANEW).status_code == 302
        with pytest.raises(services.NotYet):
            services.start_anew(by=world.bo)


def test_finding_the_telephone_stops_it(vouched, locked_out, world):
    locked_out.post(CODE, {"code": code_of(world.bo.totp_devices.get())})
    assert FactorReset.objects.get().ended_at is not None


def test_it_closes_after_seven_days(vouched, world):
    with later(days=8, minutes=1), pytest.raises(services.NotYet):
        services.start_anew(by=world.bo)
    with later(days=8, minutes=1):
        assert services.vouch(person=world.bo, by=world.amina, tell=[]).pk != vouched.pk
    with later(days=120):
        assert services.forget_old_resets() == 2


def test_vouching_twice_is_vouching_once(vouched, world, commits, mailoutbox):
    with commits():
        assert services.vouch(person=world.bo, by=world.david, tell=[]) == vouched
    assert len(mailoutbox) == 2


def test_administrator_decides_how_long_the_wait_is(world):
    services.set_policy(by=world.fredrik, waiting_hours=48)
    reset = services.vouch(person=world.bo, by=world.amina, tell=[])
    assert reset.opens_at - reset.begun_at > datetime.timedelta(hours=47)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mail_is_in_the_readers_language(world, commits, mailoutbox, language):
    world.bo.language = world.fredrik.language = language
    for person in (world.bo, world.fredrik):
        person.save()
    with commits():
        services.vouch(person=world.bo, by=world.amina, tell=[world.fredrik])
    prefix = "/en" if language == "en" else ""
    assert [f"http://testserver{prefix}/logga-in/stoppa/" in mail.body for mail in mailoutbox] == [True, True]


def test_one_waits_at_a_time(world):
    from django.db import IntegrityError

    services.vouch(person=world.bo, by=world.amina, tell=[])
    now = timezone.now()
    with pytest.raises(IntegrityError):
        FactorReset.objects.create(user=world.bo, opens_at=now, closes_at=now)
