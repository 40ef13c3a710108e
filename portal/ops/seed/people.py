"""Organisations, networks, people with their second factor, and who takes part in what."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from members.accounts.models import TotpDevice, User
from members.organisations.models import Membership, Network, Organisation
from portal.ops.seed import prose
from portal.ops.seed.content import invitations, people
from portal.ops.seed.content.networks import running_meetings, third
from portal.ops.seed.memory import moment

# The founding network's registration opened some time before its last day; that day is not among the facts.
FOUNDING_OPENED = date(2016, 9, 15)
FOUNDING_ENDED = datetime(2018, 6, 30, 12)  # noqa: DTZ001 (made aware below)


@dataclass
class World:
    """What has been seeded so far, by the keys that the texts use, and the rows whose dates follow today."""

    day: date  # the Monday that relative dates are counted from
    organisations: dict = field(default_factory=dict)
    networks: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    meetings: dict = field(default_factory=dict)
    assignments: dict = field(default_factory=dict)
    moving: list = field(default_factory=list)


def fill(world):
    """Make everybody, and the ground that they stand on."""
    _organisations(world)
    _networks(world)
    _people(world)
    _memberships(world)


def _organisations(world):
    for key, (name, kind, county_code, parent, from_date, to_date) in people.ORGANISATIONS.items():
        world.organisations[key] = Organisation.objects.create(
            name=name,
            kind=kind,
            county_code=county_code,
            parent=world.organisations.get(parent),
            from_date=from_date,
            to_date=to_date,
            is_demonstration=True,
        )


def _networks(world):
    day = world.day
    world.networks["founding"] = founding_network()
    world.networks["running"] = Network.objects.create(
        **_named(invitations.RUNNING),
        registration_opens_date=day - timedelta(days=60),
        last_registration_date=day + timedelta(days=11),
        first_meeting_at=_first_meeting(day, running_meetings.MEETINGS),
        closes_at=moment(day, 14),
        capacity=30,
        is_demonstration=True,
    )
    world.networks["third"] = Network.objects.create(
        name=third.NETWORK["title"],
        slug=third.NETWORK["slug"],
        description=third.NETWORK["lead"],
        registration_opens_date=day - timedelta(days=120),
        last_registration_date=day - timedelta(days=60),
        first_meeting_at=_first_meeting(day, third.MEETINGS),
        price_per_person_ore=0,
        is_demonstration=True,
    )
    world.moving += [world.networks["running"], world.networks["third"]]


def founding_network():
    """Make the network that the portal began with, finished since; it is no demonstration."""
    first = invitations.FOUNDING["meetings"][0]
    return Network.objects.create(
        **_named(invitations.FOUNDING),
        registration_opens_date=FOUNDING_OPENED,
        last_registration_date=invitations.FOUNDING["last_day"],
        first_meeting_at=timezone.make_aware(datetime.combine(first["date"], first["start"])),
        archived_at=timezone.make_aware(FOUNDING_ENDED),
    )


def _first_meeting(day, texts):
    return moment(day, texts[0]["days"], texts[0]["start"])


def _named(invitation):
    return {
        "slug": invitation["slug"],
        "name": invitation["title"].sv,
        "name_en": invitation["title"].en,
        "description": prose.plain(invitation["lead"].sv),
        "description_en": prose.plain(invitation["lead"].en),
        "price_per_person_ore": invitation["price"] * 100,
    }


def _people(world):
    # Hashing is slow on purpose; one hash serves all, as the password does.
    password = make_password(people.PASSWORD)
    for key, (name, email, title, _memberships_of) in people.PEOPLE.items():
        can_help_with, looking_for = people.TOPICS.get(key, ("", ""))
        told = {"name": name, "title": title, "can_help_with": can_help_with, "looking_for": looking_for}
        told |= people.AUDIENCES.get(key, {})
        if key == people.ASKED_TO_CONFIRM:
            told["confirmed_at"] = timezone.now() - timedelta(days=400)
        user = User.objects.create(email=email, password=password, is_demonstration=True, **told)
        world.people[key] = user
        if key != people.NOT_ENROLLED:
            TotpDevice.objects.create(user=user, name="Demonstration", secret=TotpDevice.new_secret(), confirmed=True)


def _memberships(world):
    for key, (_name, _email, _title, memberships) in people.PEOPLE.items():
        for role, organisation, network in memberships:
            ended = world.day - timedelta(days=2) if key == people.MEMBERSHIP_ENDED else None
            since = FOUNDING_OPENED if network == "founding" else world.day - timedelta(days=45)
            Membership.objects.create(
                user=world.people[key],
                organisation=world.organisations[organisation],
                network=world.networks.get(network),
                role=role,
                from_date=since,
                to_date=ended,
            )
