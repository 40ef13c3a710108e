"""Administrators who end and close each other at the same moment: one of them stays."""

import pytest

from members.accounts.models import User
from members.accounts.services import LastAdministrator, change_details
from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from tests.factories.accounts import UserFactory
from tests.factories.organisations import MembershipFactory
from tests.together import at_once


def tried(act):
    def job():
        try:
            act()
        except LastAdministrator:
            return "refused"
        return "done"

    return job


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("ways", ["ended", "closed", "both"])
def test_portal_is_never_left_without_an_administrator(world, ways):
    second = UserFactory(name="Vera Castsson")
    MembershipFactory(user=second, organisation=world.skr, network=None, role=Role.ADMINISTRATOR)
    jobs = []
    for number, (person, by) in enumerate([(world.fredrik, second), (second, world.fredrik)]):
        if ways == "ended" or (ways == "both" and number):
            row = Membership.objects.current().get(user=person, role=Role.ADMINISTRATOR)
            jobs.append(tried(lambda row=row, by=by: services.end_membership(membership=row, by=by)))
        else:
            account = User.objects.get(pk=person.pk)
            jobs.append(tried(lambda account=account, by=by: change_details(account=account, by=by, is_active=False)))
    assert sorted(at_once(jobs)) == ["done", "refused"]
    left = Membership.objects.current().filter(role=Role.ADMINISTRATOR, user__is_active=True)
    assert left.count() == 1
