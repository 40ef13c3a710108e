"""Organisations, networks and who takes part."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from members.organisations.enums import OrganisationKind, Role
from members.organisations.models import Invitation, Membership, Network, Organisation
from tests.factories.accounts import UserFactory


class OrganisationFactory(DjangoModelFactory):
    """An invented municipality."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Påhittade kommunen {number}")
    kind = OrganisationKind.MUNICIPALITY
    county_code = "01"
    is_demonstration = True


class NetworkFactory(DjangoModelFactory):
    """A running network that can be registered for: the last day is a week away, the first meeting three."""

    class Meta:
        model = Network

    name = factory.Sequence(lambda number: f"Nätverk {number}")
    name_en = factory.Sequence(lambda number: f"Network {number}")
    slug = factory.Sequence(lambda number: f"natverk-{number}")
    registration_opens_date = factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=30))
    last_registration_date = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=7))
    first_meeting_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=21))
    price_per_person_ore = 800_000


class MembershipFactory(DjangoModelFactory):
    """Somebody who has taken part for a month."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    network = factory.SubFactory(NetworkFactory)
    role = Role.MEMBER
    from_date = factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=30))


class InvitationFactory(DjangoModelFactory):
    """An invitation that can still be used, by whoever knows a token that nobody knows."""

    class Meta:
        model = Invitation

    email = factory.Sequence(lambda number: f"inbjuden{number}@lindasa.example")
    organisation = factory.SubFactory(OrganisationFactory)
    network = factory.SubFactory(NetworkFactory)
    role = Role.MEMBER
    digest = factory.Sequence(lambda number: f"{number:064x}")
    expires_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=14))
