"""Who takes part: beginning, ending, taking back. Groups follow through receivers.py, whoever saves."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from members.accounts.models import User
from members.accounts.services import forget_sessions, keep_an_administrator
from members.audit.services import record
from members.organisations import emails
from members.organisations.enums import PARTICIPANT_ROLES, PORTAL_ROLES, Role
from members.organisations.models import Membership, Organisation
from members.organisations.querysets import RESTORABLE

LOOKED_BACK = timedelta(days=3)


class TooLateToRestore(Exception):
    """The membership ended so long ago that the person is invited anew instead, and asked."""


class NoLongerTakesPart(Exception):
    """The colleague has left in the meantime."""


@transaction.atomic
def create_membership(*, user, organisation, role, by, network=None, from_date=None):
    """Let the person take part from today, or that day, and return the membership.

    Asked for what already holds, it returns that. A participant who becomes contact person changes role: the
    old membership ends; a contact person who is invited as a participant stays contact person.
    """
    held = Membership.objects.select_for_update().filter(user=user, network=network, to_date=None)
    if role not in PORTAL_ROLES:  # those are held once, for whichever organisation
        held = held.filter(organisation=organisation)
    if role in PARTICIPANT_ROLES:
        current = held.filter(role__in=PARTICIPANT_ROLES).first()
        if current is not None and (current.role == role or role == Role.MEMBER):
            return current
        if current is not None:
            _end(current)
    else:
        current = held.filter(role=role).first()
        if current is not None:
            return current
    membership = Membership.objects.create(
        user=user,
        organisation=organisation,
        network=network,
        role=role,
        from_date=from_date or timezone.localdate(),
    )
    user.forget_memberships()
    record(action="organisations.create_membership", by=by, obj=membership, network=network, fields=["role"])
    return membership


@transaction.atomic
def end_membership(*, membership, by):
    """End the membership now, and with the last one the person's sessions; they are told by mail. Twice does nothing.

    Whoever takes part elsewhere stays logged in: what they may see is asked anew with every request.
    Raises LastAdministrator, of members.accounts.services, for the role that must stay held.
    """
    if membership.role == Role.ADMINISTRATOR:
        # Before the row itself: two who end each other would hold one each, and wait for the other's.
        keep_an_administrator(person=membership.user)
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.ended_at is not None:
        return membership
    _end(membership)
    left = set(Membership.objects.current().filter(user=membership.user_id).values_list("network_id", flat=True))
    if not left:
        forget_sessions(membership.user)
    record(action="organisations.end_membership", by=by, obj=membership, network=membership.network)
    emails.membership_ended(membership=membership, stays=membership.network_id in left)
    return membership


@transaction.atomic
def end_sessions_of_ended():
    """Log those out whose last membership ended at a midnight by its date alone; return how many. The clock calls it.

    Whoever logged in after that midnight stays: their own data is still theirs to take along. Some days are looked
    back, for a clock that stood still. One query when there is nobody.
    """
    ended = Membership.objects.ended_by_date(since=timezone.localdate() - LOOKED_BACK)
    left = ended.exclude(user_id__in=Membership.objects.current().values("user_id")).order_by("user_id")
    logged_in = left.filter(user__sessions__isnull=False).values("user_id")
    logged_in = logged_in.annotate(last_day=Max("to_date"), begun_at=Min("user__sessions__begun_at"))
    ids = [row["user_id"] for row in logged_in if timezone.localdate(row["begun_at"]) <= row["last_day"]]
    for person in User.objects.filter(pk__in=ids) if ids else ():
        forget_sessions(person)
        record(action="organisations.end_sessions", obj=person)
    return len(ids)


def _end(membership):
    today = timezone.localdate()
    # A membership that would begin later never did: its only day is that one.
    membership.to_date = max(membership.from_date, min(membership.to_date or today, today))
    membership.ended_at = timezone.now()
    membership.save(update_fields=["to_date", "ended_at"])
    membership.user.forget_memberships()


@transaction.atomic
def restore_membership(*, membership, by):
    """Take the ending back: the same membership goes on, unless a newer one has taken its place.

    Raises TooLateToRestore after thirty days: nobody is put back among people whom they left long ago.
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    same = Membership.objects.filter(user=membership.user_id, network=membership.network_id, to_date=None)
    if membership.role in PORTAL_ROLES:
        same = same.filter(role=membership.role)
    else:
        same = same.filter(organisation=membership.organisation_id)
    if membership.ended_at is None or same.exists():
        return membership
    if membership.ended_at < timezone.now() - RESTORABLE:
        raise TooLateToRestore
    membership.to_date = None
    membership.ended_at = None
    membership.save(update_fields=["to_date", "ended_at"])
    membership.user.forget_memberships()
    record(action="organisations.restore_membership", by=by, obj=membership, network=membership.network)
    return membership


@transaction.atomic
def hand_over(*, membership, by, stays):
    """Make the colleague contact person of the organisation, and tell them; return the colleague's new membership.

    Unless `stays`, whoever hands over goes on as a participant. The old roles end and stay in the history. Asked
    again it does nothing. Raises NoLongerTakesPart for somebody who has left.
    """
    # Two hand-overs at once stand in line.
    place = {"organisation": membership.organisation, "network": membership.network}
    Organisation.objects.select_for_update(no_key=True).get(pk=membership.organisation_id)
    held = Membership.objects.current().participants().filter(user=membership.user, **place)
    if not held.exists():
        raise NoLongerTakesPart
    if held.filter(role=Role.CONTACT_PERSON).exists():
        return held.get(role=Role.CONTACT_PERSON)
    new = create_membership(user=membership.user, role=Role.CONTACT_PERSON, by=by, **place)
    own = Membership.objects.current().filter(user=by, role=Role.CONTACT_PERSON, **place).first()
    if own is not None and not stays:
        _end(own)
        create_membership(user=by, role=Role.MEMBER, by=by, **place)
    record(action="organisations.hand_over", by=by, obj=new, network=membership.network, fields=["role"])
    emails.contact_person(membership=new, by=by)
    return new
