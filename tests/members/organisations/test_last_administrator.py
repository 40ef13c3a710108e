"""Somebody always looks after the portal; and who ends a network's last coordinator is warned."""

import pytest
from django.urls import reverse

from members.accounts.models import User
from members.accounts.services import LastAdministrator, change_details
from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.ops.erasing import erase
from tests.conftest import confirm
from tests.factories.accounts import UserFactory
from tests.factories.organisations import MembershipFactory

LIST = reverse("wagtailsnippets_organisations_membership:list")


def role_of(person, role=Role.ADMINISTRATOR):
    return Membership.objects.current().get(user=person, role=role)


def ending(membership):
    return reverse("wagtailsnippets_organisations_membership:end", args=[membership.pk])


def bulk_ending(*memberships):
    address = reverse("wagtail_bulk_action", args=["organisations", "membership", "end"])
    return address + "?" + "&".join(f"id={row.pk}" for row in memberships)


@pytest.fixture
def fredrik(client, login, world):
    return confirm(login(client, world.fredrik))


@pytest.fixture
def second(world):
    """Another administrator."""
    person = UserFactory(name="Vera Castsson")
    MembershipFactory(user=person, organisation=world.skr, network=None, role=Role.ADMINISTRATOR)
    return person


def test_last_administrator_stays(fredrik, world):
    role = role_of(world.fredrik)
    assert ending(role) not in fredrik.get(LIST, {"q": "fredrik"}).text
    for address in (ending(role), bulk_ending(role)):
        fredrik.post(address)
    assert role_of(world.fredrik) == role


def test_one_of_two_may_leave(fredrik, world, second):
    assert "Vill du avsluta" in fredrik.get(ending(role_of(world.fredrik))).text
    fredrik.post(ending(role_of(world.fredrik)))
    assert not User.objects.get(pk=world.fredrik.pk).holds_role("administrator")


def test_of_both_at_once_one_stays(fredrik, world, second):
    fredrik.post(bulk_ending(role_of(world.fredrik), role_of(second)))
    assert Membership.objects.current().filter(role=Role.ADMINISTRATOR).count() == 1


def test_administrator_whose_account_is_closed_does_not_count(fredrik, world, second):
    change_details(account=second, by=world.fredrik, is_active=False)
    with pytest.raises(LastAdministrator):
        services.end_membership(membership=role_of(world.fredrik), by=world.fredrik)
    services.end_membership(membership=role_of(second), by=world.fredrik)
    assert not Membership.objects.current().filter(user=second).exists()


def test_last_administrator_is_neither_closed_nor_erased(world):
    with pytest.raises(LastAdministrator):
        change_details(account=world.fredrik, by=None, is_active=False)
    with pytest.raises(LastAdministrator):
        erase(user=world.fredrik)
    fresh = world.fresh("fredrik")
    assert (fresh.is_active, fresh.email) == (True, "fredrik@cast.example")


def test_last_coordinator_is_warned_of(fredrik, world):
    role = Membership.objects.get(user=world.david, network=world.network)
    words = "Nätverket för lokal lägesbild får ingen nätverksledare"
    assert words in fredrik.get(ending(role)).text
    assert words in fredrik.get(bulk_ending(role)).text
    assert "ingen nätverksledare" not in fredrik.get(ending(Membership.objects.get(user=world.bo))).text
    MembershipFactory(user=world.eva, organisation=world.skr, network=world.network, role=Role.COORDINATOR)
    assert words not in fredrik.get(ending(role)).text


def test_archive_needs_no_coordinator(fredrik, world):
    role = Membership.objects.get(user=world.david, network=world.archive)
    assert "ingen nätverksledare" not in fredrik.get(ending(role)).text
