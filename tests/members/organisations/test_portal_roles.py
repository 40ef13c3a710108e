"""A portal role is held once, for whichever organisation: an invitation for another gives the one that is held."""

import pytest

from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership

pytestmark = pytest.mark.django_db
ROLE = {"role": Role.EDITOR, "network": None}


def test_role_given_for_another_organisation_is_the_one_held(world):
    held = Membership.objects.get(user=world.eva, role=Role.EDITOR)
    again = services.create_membership(user=world.eva, organisation=world.norrvik, by=world.fredrik, **ROLE)
    assert again == held


def test_role_that_has_been_given_anew_elsewhere_is_not_restored(world):
    held = Membership.objects.get(user=world.eva, role=Role.EDITOR)
    services.end_membership(membership=held, by=world.fredrik)
    new = services.create_membership(user=world.eva, organisation=world.norrvik, by=world.fredrik, **ROLE)
    services.restore_membership(membership=held, by=world.fredrik)
    assert list(Membership.objects.current().filter(user=world.eva)) == [new]


def test_other_portal_role_is_restored_beside(world):
    services.create_membership(
        user=world.eva, organisation=world.norrvik, role=Role.ADMINISTRATOR, network=None, by=world.fredrik
    )
    held = Membership.objects.get(user=world.eva, role=Role.EDITOR)
    services.end_membership(membership=held, by=world.fredrik)
    services.restore_membership(membership=held, by=world.fredrik)
    assert {row.role for row in Membership.objects.current().filter(user=world.eva)} == {"editor", "administrator"}
