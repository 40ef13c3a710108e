"""The cast: named people with one role each, so that every test reads as a story.

amina      contact person of Lindåsa in the running network
bo         participant of Lindåsa in the running network
cecilia    participant of Norrvik in the running network
david      coordinator of the running network and of the archive
eva        editor
fredrik    administrator (not superuser: a superuser bypasses every rule)
gunilla    participant of Fjärdholmen in the other network
henrik     coordinator of the other network
ida        participant of Älvnäs in the archive, and in nothing else
johan      once participant of Norrvik: the membership has ended
klara      participant of Norrvik who has not enrolled a second factor yet
anonymous  a reader without an account
"""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from members.accounts.models import User
from members.organisations.enums import OrganisationKind, Role
from members.organisations.models import Network, Organisation
from tests.factories.accounts import TotpDeviceFactory, UserFactory
from tests.factories.organisations import MembershipFactory, NetworkFactory, OrganisationFactory
from tests.replayed import Replayed

NAMES = ("amina", "bo", "cecilia", "david", "eva", "fredrik", "gunilla", "henrik", "ida", "johan", "klara")
WITHOUT_SECOND_FACTOR = ("klara",)


@dataclass
class World:
    """Three networks, their organisations and the cast, as attributes and, by name, in `people`."""

    network: Network
    archive: Network
    other: Network
    lindasa: Organisation
    norrvik: Organisation
    mellanslatt: Organisation
    bjorkhaga: Organisation
    alvnas: Organisation
    fjardholmen: Organisation
    skr: Organisation
    people: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name):
        """A person of the cast, as `world.amina`."""
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    def fresh(self, name):
        """The person as a new request would load them, without cached memberships."""
        if name == "anonymous":
            return AnonymousUser()
        return User.objects.get(pk=self.people[name].pk)


@Replayed
def build():
    """Make the world in the database, memberships, groups and second factors included."""
    world = World(**_networks(), **_organisations())
    world.people = {name: _person(name) for name in NAMES}
    _take_part(world)
    return world


def _networks():
    long_ago = timezone.make_aware(datetime.datetime(2016, 12, 6, 10))
    return {
        "network": NetworkFactory(name="Nätverket för lokal lägesbild", slug="lokal-lagesbild"),
        "archive": NetworkFactory(
            name="Förebyggande arbete mot radikalisering och våldsbejakande extremism",
            slug="forebyggande-arbete",
            registration_opens_date=datetime.date(2016, 9, 15),
            last_registration_date=datetime.date(2016, 11, 15),
            first_meeting_at=long_ago,
            archived_at=timezone.make_aware(datetime.datetime(2018, 6, 30)),
        ),
        "other": NetworkFactory(name="Skärgårdsnätverket", slug="skargard"),
    }


def _organisations():
    return {
        "lindasa": OrganisationFactory(name="Lindåsa kommun"),
        "norrvik": OrganisationFactory(name="Norrviks kommun"),
        "mellanslatt": OrganisationFactory(name="Region Mellanslätt", kind=OrganisationKind.REGION),
        "bjorkhaga": OrganisationFactory(name="Björkhaga stadsdelsnämnd", kind=OrganisationKind.DISTRICT),
        "alvnas": OrganisationFactory(name="Älvnäs kommun"),
        "fjardholmen": OrganisationFactory(name="Fjärdholmens kommun"),
        "skr": OrganisationFactory(name="SKR", kind=OrganisationKind.OTHER, county_code=""),
    }


def _person(name):
    user = UserFactory(email=f"{name}@cast.example", name=f"{name.capitalize()} Castsson")
    if name not in WITHOUT_SECOND_FACTOR:
        TotpDeviceFactory(user=user)
    return user


def _take_part(world):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    rows = [
        ("amina", world.lindasa, world.network, Role.CONTACT_PERSON, None),
        ("bo", world.lindasa, world.network, Role.MEMBER, None),
        ("cecilia", world.norrvik, world.network, Role.MEMBER, None),
        ("david", world.skr, world.network, Role.COORDINATOR, None),
        ("david", world.skr, world.archive, Role.COORDINATOR, None),
        ("eva", world.skr, None, Role.EDITOR, None),
        ("fredrik", world.skr, None, Role.ADMINISTRATOR, None),
        ("gunilla", world.fjardholmen, world.other, Role.MEMBER, None),
        ("henrik", world.skr, world.other, Role.COORDINATOR, None),
        ("ida", world.alvnas, world.archive, Role.MEMBER, None),
        ("johan", world.norrvik, world.network, Role.MEMBER, yesterday),
        ("klara", world.norrvik, world.network, Role.MEMBER, None),
    ]
    for name, organisation, network, role, to_date in rows:
        MembershipFactory(
            user=world.people[name], organisation=organisation, network=network, role=role, to_date=to_date
        )
