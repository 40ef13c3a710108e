"""A person who asks for it is erased, and what they wrote stays under nobody's name."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.core.serializers import serialize
from django.urls import reverse
from django.utils import timezone
from django_otp_webauthn.models import WebAuthnUserHandle
from wagtail.models import ModelLogEntry

from members.accounts import services
from members.accounts.models import Erasure, User
from members.accounts.views.doors import CONFIRMED_KEY
from members.audit.models import Record
from members.forum import services as forum
from members.organisations.models import Membership
from members.signon import services as signon
from portal.core.models import OutboxMessage
from portal.ops import erasing
from tests.architecture.project import own_models
from tests.core.test_outbox import send
from tests.factories.forum import CategoryFactory
from tests.factories.notifications import NotificationFactory

PAGE = reverse("accounts:erase")


@pytest.fixture
def inside(client, login):
    """`inside(person)`: their browser, with a code that was shown just now."""

    def enter(person):
        login(client, person)
        session = client.session
        session[CONFIRMED_KEY] = 2**40
        session.save()
        return client

    return enter


@pytest.fixture
def written(world):
    """What Bo has left behind: a thread, notices, mail, and his name in Wagtail's history."""
    category = CategoryFactory(network=world.network)
    thread = forum.start_thread(category=category, title="En fråga", source="En text", by=world.bo)
    NotificationFactory(user=world.bo)
    send()
    ModelLogEntry.objects.log_action(world.bo, "wagtail.edit", user=world.fredrik, title="Bo Castsson · Lindåsa")
    return thread


def everything():
    return json.dumps([serialize("json", model._default_manager.all()) for model in [*own_models(), ModelLogEntry]])


def test_asking_waits_and_is_told(inside, world):
    page = inside(world.bo).post(PAGE, follow=True).content.decode()
    assert "Ditt konto raderas den" in page
    assert [message.subject for message in OutboxMessage.objects.filter(to=world.bo.email)] == [
        "Ditt konto i Nätverksportalen ska raderas"
    ]
    inside(world.bo).post(PAGE)
    assert Record.objects.filter(action="accounts.ask_for_erasure").count() == 1
    assert erasing.erase_due() == 0
    assert User.objects.get(pk=world.bo.pk).is_active


def test_asking_can_be_taken_back(inside, world):
    inside(world.bo).post(PAGE)
    page = inside(world.bo).post(PAGE, {"cancel": "1"}, follow=True).content.decode()
    assert "Ditt konto blir kvar." in page
    assert not Erasure.objects.exists()
    assert Record.objects.filter(action="accounts.cancel_erasure").count() == 1


@pytest.mark.parametrize("name", ["david", "fredrik"])
def test_role_is_handed_over_first(inside, world, name):
    page = inside(world.people[name]).post(PAGE, follow=True).content.decode()
    assert "Lämna först över din roll" in page
    assert not Erasure.objects.exists()


def test_page_says_in_english_what_happens(inside, world):
    assert inside(world.bo).get(f"/en{PAGE}").status_code == 200


def test_erasure_leaves_neither_name_nor_address(world, written):
    services.ask_for_erasure(by=world.bo)
    before = everything()
    assert before.count("bo@cast.example") > 1
    assert before.count("Bo Castsson") > 2
    with time_machine.travel(timezone.now() + timedelta(days=15), tick=False):
        assert erasing.erase_due() == 1
    OutboxMessage.objects.filter(kind="members/accounts/email/erasure").delete()

    left = everything()
    assert "bo@cast.example" not in left
    assert "Bo Castsson" not in left
    bo = User.objects.get(pk=world.bo.pk)
    assert (bo.name, bo.is_active, bo.has_usable_password()) == ("Tidigare deltagare", False, False)
    assert not bo.totp_devices.exists()
    assert not Erasure.objects.exists()


def test_what_was_written_stays_under_the_organisation(client, world, login, written):
    erasing.erase(user=world.bo)
    login(client, world.amina)
    page = client.get(reverse("forum:thread", args=[written.pk])).content.decode()
    assert "En text" in page
    assert "Tidigare deltagare" in page
    assert "Lindåsa kommun" in page
    assert "Bo Castsson" not in page


def test_devices_know_the_account_no_more(world):
    signon.begin_passkey(by=world.bo)
    assert WebAuthnUserHandle.objects.filter(user=world.bo).exists()
    erasing.erase(user=world.bo)
    assert not WebAuthnUserHandle.objects.filter(user=world.bo).exists()


def test_others_keep_what_is_theirs(world, written):
    others = User.objects.exclude(pk=world.bo.pk).order_by("pk")
    before = [list(others.values()), Membership.objects.exclude(user=world.bo).count()]
    erasing.erase(user=world.bo)
    assert [list(others.values()), Membership.objects.exclude(user=world.bo).count()] == before


def test_erased_person_is_out_and_told_once(client, world, login):
    login(client, world.bo)
    erasing.erase(user=world.bo)
    assert client.get(reverse("accounts:account")).status_code == 302
    told = OutboxMessage.objects.filter(to="bo@cast.example")
    assert [message.subject for message in told] == ["Ditt konto i Nätverksportalen är raderat"]
    assert not world.bo.memberships.filter(ended_at=None, to_date=None).exists()
    assert Record.objects.filter(action="accounts.erase", object_id=str(world.bo.pk)).count() == 1


def test_one_that_fails_keeps_no_other_waiting(world, monkeypatch, caplog):
    for person in (world.bo, world.cecilia):
        Erasure.objects.create(user=person, due_at=timezone.now())
    real = erasing.organisations.end_membership

    def broken(*, membership, by):
        if membership.user_id == world.bo.pk:
            raise ValueError("broken")
        return real(membership=membership, by=by)

    monkeypatch.setattr(erasing.organisations, "end_membership", broken)
    call_command("send_due")

    assert f"Erasing #{world.bo.pk} failed" in caplog.text
    assert [User.objects.get(pk=person.pk).is_active for person in (world.bo, world.cecilia)] == [True, False]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mails_are_written_in_both_languages(world, language):
    User.objects.filter(pk=world.bo.pk).update(language=language)
    world.bo.refresh_from_db()
    services.ask_for_erasure(by=world.bo)
    asked = OutboxMessage.objects.get(to=world.bo.email)
    assert (asked.language, ("/en/konto/" in asked.text)) == (language, language == "en")
    erasing.erase(user=world.bo)
    assert OutboxMessage.objects.get(to="bo@cast.example").language == language
