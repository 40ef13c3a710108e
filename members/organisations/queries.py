"""Read models of the directory and of the page that an invitation opens."""

import datetime
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from members.accounts.models import Portrait, User
from members.organisations.enums import PARTICIPANT_ROLES, Role
from members.organisations.models import Invitation, Membership, Organisation
from members.organisations.querysets import coordinated_network_ids, is_portal_administrator
from portal.core.access import may
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage


@dataclass
class Entry:
    """One organisation with its people in the network."""

    organisation: Organisation
    people: list[Membership] = field(default_factory=list)


@dataclass
class Directory:
    """The network's organisations in alphabetical order, and those who run it."""

    entries: list[Entry]
    coordinators: list[Membership]
    people_count: int


@dataclass(frozen=True)
class Told:
    """What somebody may see of what a member has told of themselves: empty where they may not."""

    name: str = ""
    email: str = ""
    title: str = ""
    phone: str = ""
    can_help_with: tuple = ()
    looking_for: tuple = ()


def told_to(user, membership):
    """Return what the user may see of the member's own words; the member has chosen who may."""
    person, told = membership.user, {}
    for name in ("name", "email", "title", "phone"):
        if may(user, f"organisations.see_{name}_membership", membership):
            told[name] = getattr(person, name)
    if may(user, "organisations.see_topics_membership", membership):
        told |= {"can_help_with": _topics(person.can_help_with), "looking_for": _topics(person.looking_for)}
    return Told(**told)


def portrait_told_to(user, membership):
    """Return the member's picture, or None where there is none that the user may see; `user__portrait` is joined."""
    if not may(user, "organisations.see_portrait_membership", membership):
        return None
    return getattr(membership.user, "portrait", None)


def portrait_or_none(user, uuid):
    """Return the picture of that number if the user may see it somewhere: their own, or through some membership."""
    portrait = Portrait.objects.filter(uuid=uuid).first()
    if portrait is None or portrait.user_id == user.pk:
        return portrait
    rows = Membership.objects.visible_to(user).current().filter(user_id=portrait.user_id)
    rows = rows.select_related("user", "organisation", "network")
    return portrait if any(may(user, "organisations.see_portrait_membership", row) for row in rows) else None


def elsewhere(user, membership):
    """Return the member's other memberships of today that the user may know of, in networks of both.

    None where the user is not told the name here or there: the one page would tell it of the other.
    """
    if not may(user, "organisations.see_name_membership", membership):
        return []
    rows = Membership.objects.visible_to(user).current().filter(user_id=membership.user_id, network__isnull=False)
    rows = rows.exclude(pk=membership.pk).select_related("user", "organisation", "network").order_by("-from_date", "pk")
    return [row for row in rows if may(user, "organisations.see_name_membership", row)]


def _topics(text):
    return tuple(topic.strip() for topic in text.split(",") if topic.strip())


def directory_of(network, words="", *, user):
    """Return who takes part in the network today; with words, only organisations and people that they fit.

    Each row has what the user may see of the member as `told`, and as `portrait`. Compared here and not in the
    database: SQLite does not know that Å and å are one letter.
    """
    rows = Membership.objects.current().filter(network=network)
    rows = rows.select_related("user__portrait", "organisation", "network")
    rows = list(rows.order_by("organisation__name", "user__name", "pk"))
    for row in rows:
        row.told, row.portrait = told_to(user, row), portrait_told_to(user, row)
    rows = [row for row in rows if fits(row, words)]
    people = _once_each(row for row in rows if row.role in PARTICIPANT_ROLES)
    entries = {}
    for row in people:
        entries.setdefault(row.organisation_id, Entry(row.organisation)).people.append(row)
    for entry in entries.values():
        entry.people.sort(key=lambda row: (not row.is_contact_person, not row.told.name))
    coordinators = [row for row in rows if row.role == Role.COORDINATOR]
    return Directory(list(entries.values()), coordinators, len(people))


def fits(row, words):
    """Whether every word is found in what the directory shows of the person and the organisation."""
    shown = [row.organisation.name, row.told.name, row.told.title, row.told.email]
    shown = " ".join([*shown, *row.told.can_help_with, *row.told.looking_for]).casefold()
    return all(word in shown for word in words.casefold().split())


def _once_each(rows):
    """Return one row for each person and organisation: the contact person's, where there are two."""
    kept = {}
    for row in rows:
        key = (row.user_id, row.organisation_id)
        if key not in kept or row.is_contact_person:
            kept[key] = row
    return list(kept.values())


def endable(directory, user):
    """Return the ids of the memberships in the directory that the user may end."""
    rows = (row for entry in directory.entries for row in entry.people)
    return {row.pk for row in rows if may(user, "organisations.end_membership", row)}


def waiting_invitations(network, user):
    """Return the network's unused invitations that the user looks after, expired ones too."""
    rows = Invitation.objects.visible_to(user).waiting().filter(network=network)
    rows = rows.select_related("organisation", "network").order_by("organisation__name", "email")
    return [row for row in rows if may(user, "organisations.withdraw_invitation", row)]


def restorable_memberships(network, user):
    """Return the network's memberships that the user, or a colleague, has just ended."""
    rows = Membership.objects.in_led_organisations(user).recently_ended().participants().filter(network=network)
    taking_part = Membership.objects.current().filter(network=network).values("user_id")
    rows = rows.exclude(user_id__in=taking_part).select_related("user", "organisation").order_by("-ended_at")
    seen = set()
    return [row for row in rows if not (row.user_id in seen or seen.add(row.user_id))]


def invitation_of(token):
    """Return the invitation that the link belongs to, whatever has become of it, or None."""
    rows = Invitation.objects.select_related("organisation", "network", "invited_by")
    return rows.filter(digest=Invitation.digest_of(token)).first()


def account_of(invitation):
    """Return the account of the invited address, or None for somebody new."""
    return User.objects.filter(email=invitation.email).first()


def place_of(memberships, text):
    """Return the membership that a form's "network-organisation" means; None for what is not among them.

    The network alone means the first there.
    """
    network, _dash, organisation = text.partition("-")
    for row in memberships:
        if str(row.network_id) == network and organisation in ("", str(row.organisation_id)):
            return row
    return None


def editors():
    """Return the people to tell of what awaits an editor: those who hold the role today, else the administrators."""
    current = Membership.objects.current().filter(user__is_active=True).select_related("user").order_by("user_id")
    for role in (Role.EDITOR, Role.ADMINISTRATOR):
        if found := {membership.user_id: membership.user for membership in current.filter(role=role)}:
            return list(found.values())
    return []


def administrators():
    """Return the accounts of those who are administrators today."""
    held = Membership.objects.current().filter(role=Role.ADMINISTRATOR)
    return User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("pk")


def networks_left_alone(memberships):
    """Return the running networks that would have no coordinator if all of these memberships ended."""
    leading = [row for row in memberships if row.role == Role.COORDINATOR and not row.network.is_archived]
    held = Membership.objects.current().filter(role=Role.COORDINATOR, user__is_active=True)
    staying = held.filter(network__in=[row.network_id for row in leading]).exclude(pk__in=[row.pk for row in leading])
    led = set(staying.values_list("network_id", flat=True)) if leading else set()
    return list({row.network_id: row.network for row in leading if row.network_id not in led}.values())


def participating(network):
    """Return the organisations that take part in the network today, by name; of a finished one, those that took part.

    For the public site, which shows their names and counties and nobody's name.
    """
    memberships = Membership.objects.participants().filter(network=network)
    if not network.is_archived:
        memberships = memberships.current()
    return Organisation.objects.filter(pk__in=memberships.values("organisation_id")).order_by("name")


LOST_DAYS = 30
_also_lost = []


def look_after_mail_too(belongs):
    """Let `belongs(network ids)` say, as a Q, which other mails are looked after by those networks' coordinators.

    An app above registers it: mail to people whom this one does not know.
    """
    _also_lost.append(belongs)


def lost_mail(*, user=None, network=None):
    """Return the mails of the last month that did not get through, the newest first.

    To the people of the network, or of the networks that the user coordinates, to those invited there, and what other
    apps have registered by `look_after_mail_too`; all of them for an administrator, whoever they were to.
    """
    since = timezone.now() - datetime.timedelta(days=LOST_DAYS)
    found = OutboxMessage.objects.filter(state=DeliveryState.FAILED, created_at__gt=since)
    if network is None and is_portal_administrator(user):
        return found.order_by("-created_at", "-pk")
    networks = coordinated_network_ids(user) if network is None else {network.pk}
    people = Membership.objects.current().filter(network_id__in=networks)
    invited = Invitation.objects.waiting().filter(network_id__in=networks)
    theirs = Q(recipient__in=people.values("user_id")) | Q(recipient=None, to__in=invited.values("email"))
    for belongs in _also_lost:
        theirs |= belongs(networks)
    return found.filter(theirs).order_by("-created_at", "-pk")
