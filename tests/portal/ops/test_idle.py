"""An account that nobody takes part with is told of, and erased two years after the last membership."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import Erasure, User
from members.audit.models import Record
from members.organisations import services as organisations
from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core.models import OutboxMessage
from portal.ops import idle
from tests.factories.accounts import TotpDeviceFactory, UserFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory

LONG_AGO = timezone.now() - timedelta(days=3000)
KIND = "members/accounts/email/idle"


@pytest.fixture
def johan(world):
    """Johan, whose only membership ended 703 days ago: the warning is due."""
    return left(world.johan, days=703)


def left(person, *, days):
    """Let the person have left that many days ago."""
    last_day = timezone.localdate() - timedelta(days=days)
    User.objects.filter(pk=person.pk).update(created_at=LONG_AGO)
    Membership.objects.filter(user=person).update(from_date=last_day - timedelta(days=30), to_date=last_day)
    person.refresh_from_db()
    person.forget_memberships()
    return person


def mails_to(person):
    return OutboxMessage.objects.filter(to=person.email, kind=KIND)


def is_there(person):
    return User.objects.get(pk=person.pk).is_active


def later(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_account_goes_two_years_after_the_last_membership_and_is_told_four_weeks_before(world, johan, capsys):
    call_command("send_due")
    call_command("send_due")

    mail = mails_to(johan).get()
    assert "Du har inte deltagit i något nätverk sedan den" in mail.text
    assert "David Castsson, david@cast.example" in mail.text
    assert mail.reply_to == "david@cast.example"
    assert Record.objects.filter(action="accounts.announce_erasure", object_id=str(johan.pk)).count() == 1
    with later(27):
        call_command("purge")
    assert is_there(johan)
    with later(29):
        call_command("purge")
    assert capsys.readouterr().out == "accounts.User: 1\n"
    assert User.objects.get(pk=johan.pk).name == "Tidigare deltagare"
    assert Record.objects.filter(action="accounts.erase", object_id=str(johan.pk)).count() == 1
    assert not Erasure.objects.exists()
    with later(800):
        assert idle.warn() == 0  # what has been erased is not told again


@pytest.mark.parametrize(("days", "told"), [(701, 0), (703, 1)])
def test_counting_begins_with_the_last_day_of_the_last_membership(world, days, told):
    MembershipFactory(user=world.johan, network=world.other)
    left(world.johan, days=days)
    assert idle.warn() == told


def test_account_that_was_never_used_is_counted_from_when_it_was_made(world):
    new, old = UserFactory(), UserFactory()
    User.objects.filter(pk=old.pk).update(created_at=LONG_AGO)
    assert idle.warn() == 1
    assert "Ditt konto har aldrig hört till något nätverk." in mails_to(old).get().text
    assert not mails_to(new).exists()


def test_account_that_was_closed_by_the_administrator_goes_too(johan):
    User.objects.filter(pk=johan.pk).update(is_active=False)
    assert idle.warn() == 1


def test_those_who_hold_a_role_are_invited_or_bypass_every_rule_are_left_alone(world):
    User.objects.update(created_at=LONG_AGO)
    left(world.johan, days=800)
    InvitationFactory(email=world.johan.email.upper(), network=world.network)
    User.objects.create_superuser("rot@cast.example", "x", name="Rot", created_at=LONG_AGO)
    starts = MembershipFactory(from_date=timezone.localdate() + timedelta(days=9))
    User.objects.filter(pk=starts.user_id).update(created_at=LONG_AGO)
    assert idle.warn() == 0


def test_who_takes_part_again_after_the_warning_is_kept(world, johan):
    idle.warn()
    organisations.create_membership(
        user=johan, organisation=world.norrvik, network=world.network, role=Role.MEMBER, by=world.david
    )
    with later(29):  # before the clock has had time to take the announcement back
        assert idle.erase_due() == 0
    assert is_there(johan)
    call_command("send_due")
    assert not Erasure.objects.exists()
    assert Record.objects.filter(action="accounts.spare", object_id=str(johan.pk)).count() == 1


def test_who_is_invited_after_the_warning_is_kept_and_told_anew_when_nothing_comes_of_it(world, johan):
    idle.warn()
    InvitationFactory(email=johan.email, network=world.network)
    idle.spare()
    assert not Erasure.objects.exists()
    with later(15):
        assert idle.warn() == 1
        assert Erasure.objects.get().due_at == timezone.now() + timedelta(days=28)


def test_own_wish_is_left_as_it_is(johan):
    services.ask_for_erasure(by=johan)
    idle.spare()
    assert idle.warn() == 0
    assert Erasure.objects.get().is_asked


def test_owner_sees_when_it_goes_and_cannot_take_it_back(client, johan, login, confirmed):
    TotpDeviceFactory(user=johan)
    idle.warn()
    page = confirmed(login(client, johan)).get(reverse("accounts:erase")).content.decode()
    assert "för att du inte deltar i något nätverk" in page
    assert "Behåll mitt konto" not in page
    client.post(reverse("accounts:erase"), {"cancel": "1"})
    assert Erasure.objects.exists()
    client.post(reverse("accounts:erase"))
    assert not Erasure.objects.get().is_asked


def test_one_that_fails_keeps_no_other_waiting(world, johan, monkeypatch, caplog):
    left(world.ida, days=704)
    assert idle.warn() == 2
    real = idle.erasing.erase

    def broken(*, user):
        if user.pk == johan.pk:
            raise ValueError("broken")
        real(user=user)

    monkeypatch.setattr(idle.erasing, "erase", broken)
    with later(29):
        assert idle.erase_due() == 1
    assert f"Erasing the idle account #{johan.pk} failed" in caplog.text
    assert (is_there(johan), is_there(world.ida)) == (True, False)


@pytest.mark.parametrize(("language", "told"), [("sv", "tas ditt konto bort den"), ("en", "account will be removed")])
@pytest.mark.parametrize("has_coordinator", [True, False])
def test_mail_is_written_in_both_languages(world, johan, language, told, has_coordinator):
    User.objects.filter(pk=johan.pk).update(language=language)
    if not has_coordinator:
        Membership.objects.filter(user=world.david).delete()
    idle.warn()
    mail = mails_to(johan).get()
    assert (mail.language, told in mail.text, told in mail.html) == (language, True, True)
    assert ("david@cast.example" in mail.html) == has_coordinator
