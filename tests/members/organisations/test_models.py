"""Facts that hold for networks, memberships and invitations, in the database itself."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from members.organisations.enums import RegistrationState, Role
from members.organisations.models import Invitation, Membership, Network, Organisation
from tests.factories.accounts import UserFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory, NetworkFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 10)


def at(day, hour=12):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


@pytest.fixture
def network():
    """Opens on the 1st, last day the 15th, first meeting on the 30th."""
    return NetworkFactory(
        registration_opens_date=datetime.date(2026, 3, 1),
        last_registration_date=datetime.date(2026, 3, 15),
        first_meeting_at=at(datetime.date(2026, 3, 30), 10),
    )


@pytest.mark.parametrize(
    ("day", "hour", "state"),
    [
        (datetime.date(2026, 2, 28), 12, RegistrationState.CLOSED),
        (datetime.date(2026, 3, 1), 0, RegistrationState.OPEN),
        (datetime.date(2026, 3, 15), 23, RegistrationState.OPEN),
        (datetime.date(2026, 3, 16), 0, RegistrationState.LATE),
        (datetime.date(2026, 3, 30), 9, RegistrationState.LATE),
        (datetime.date(2026, 3, 30), 10, RegistrationState.CLOSED),
    ],
)
def test_registration_follows_the_dates(network, day, hour, state):
    with time_machine.travel(at(day, hour), tick=False):
        assert network.registration_state == state
        assert (network in Network.objects.accepting()) is (state != RegistrationState.CLOSED)


def test_closing_time_comes_before_the_first_meeting(network):
    network.closes_at = at(datetime.date(2026, 3, 20))
    network.save()
    with time_machine.travel(at(datetime.date(2026, 3, 21)), tick=False):
        assert network.registration_state == RegistrationState.CLOSED
        assert network not in Network.objects.accepting()


def test_finished_network_takes_no_registration(network):
    network.archived_at = at(TODAY)
    with time_machine.travel(at(TODAY), tick=False):
        assert network.registration_state == RegistrationState.CLOSED


def test_names_and_texts_follow_the_language():
    network = NetworkFactory(name="Nätverk", name_en="Network", description="Om", description_en="")
    assert (str(network), network.local_name, network.local_description) == ("Nätverk", "Nätverk", "Om")
    with translation.override("en"):
        assert (network.local_name, network.local_description) == ("Network", "Om")
    network.description_en, network.name_en = "About", ""
    with translation.override("en"):
        assert (network.local_name, network.local_description) == ("Nätverk", "About")


def test_price_is_told_in_kronor():
    assert NetworkFactory(price_per_person_ore=800_000).price_per_person_kronor == 8000


def test_membership_and_invitation_are_told_by_name():
    membership = MembershipFactory(user__name="Amina", organisation__name="Lindåsa kommun")
    assert str(membership) == "Amina · Lindåsa kommun"
    assert str(InvitationFactory(email="ny@lindasa.example")) == "ny@lindasa.example"
    assert str(OrganisationFactory(name="Norrvik")) == "Norrvik"


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({}, "Väntar på svar"),
        ({"used_at": timezone.now()}, "Använd"),
        ({"withdrawn_at": timezone.now()}, "Återtagen"),
        ({"expires_at": timezone.now() - datetime.timedelta(days=1)}, "Har gått ut"),
    ],
)
def test_invitation_says_what_has_become_of_it(changes, label):
    invitation = InvitationFactory(**changes)
    assert invitation.state_label == label
    assert invitation.is_open is (not changes)
    assert (invitation in Invitation.objects.open()) is (not changes)


def refuses(name, make):
    with pytest.raises(IntegrityError, match=f"{name}|UNIQUE"), transaction.atomic():
        make()


def test_one_organisation_per_kind_and_code():
    OrganisationFactory(code="0180")
    OrganisationFactory(code="0180", kind="district")
    refuses("one_organisation_per_kind_and_code", lambda: OrganisationFactory(code="0180"))


def test_organisation_ends_after_it_begins():
    refuses(
        "organisation_ends_after_it_begins",
        lambda: OrganisationFactory(from_date=TODAY, to_date=TODAY - datetime.timedelta(days=1)),
    )


def test_network_registration_ends_after_it_opens():
    refuses(
        "network_registration_ends_after_it_opens",
        lambda: NetworkFactory(
            registration_opens_date=TODAY, last_registration_date=TODAY - datetime.timedelta(days=1)
        ),
    )


@pytest.mark.parametrize(("role", "with_network"), [(Role.MEMBER, False), (Role.EDITOR, True)])
def test_network_roles_have_a_network(role, with_network):
    network = NetworkFactory() if with_network else None
    refuses("network_roles_have_a_network", lambda: MembershipFactory(role=role, network=network))


def test_one_open_membership_per_person_and_role():
    row = MembershipFactory()
    given = {"user": row.user, "organisation": row.organisation, "network": row.network}
    MembershipFactory(**given, to_date=timezone.localdate())
    refuses("one_open_membership_per_person_and_role", lambda: MembershipFactory(**given))


def test_one_open_portal_role_per_person():
    row = MembershipFactory(role=Role.EDITOR, network=None)
    refuses("one_open_portal_role_per_person", lambda: MembershipFactory(user=row.user, role=Role.EDITOR, network=None))


def test_membership_ends_after_it_begins():
    refuses(
        "membership_ends_after_it_begins",
        lambda: MembershipFactory(from_date=TODAY, to_date=TODAY - datetime.timedelta(days=1)),
    )


def test_ended_membership_has_a_last_day():
    refuses("ended_membership_has_a_last_day", lambda: MembershipFactory(ended_at=timezone.now(), to_date=None))


def test_membership_holds_from_its_first_day_to_its_last():
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    user = UserFactory()
    holding = [
        MembershipFactory(user=user, from_date=today),
        MembershipFactory(user=user, from_date=today - day, to_date=today),
    ]
    MembershipFactory(user=user, from_date=today + day)
    MembershipFactory(user=user, from_date=today - 2 * day, to_date=today - day)
    MembershipFactory(user=user, from_date=today - day, to_date=today, ended_at=timezone.now())
    assert sorted(row.pk for row in Membership.objects.current().filter(user=user)) == [row.pk for row in holding]


def test_register_knows_what_exists_on_a_day():
    gone = OrganisationFactory(to_date=TODAY - datetime.timedelta(days=1), is_demonstration=False)
    here = OrganisationFactory(from_date=TODAY)
    existing = Organisation.objects.existing_on(TODAY)
    assert here in existing
    assert gone not in existing
    assert list(Organisation.objects.in_register().filter(pk__in=[gone.pk, here.pk])) == [gone]
