"""Once a year: is what people tell of themselves still right, and who takes part?"""

from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from members.accounts.models import User
from members.audit.services import record
from members.notifications.queries import wants_mail
from members.organisations import emails
from members.organisations.enums import NETWORK_ROLES, Role
from members.organisations.models import Membership

KIND = "organisations.confirm"  # of notice: what a person chooses mail of


@transaction.atomic
def confirm_memberships(*, memberships, by):
    """Note that these colleagues still take part; what has ended in the meantime is left alone."""
    held = Membership.objects.current().select_for_update(of=("self",)).filter(pk__in=[row.pk for row in memberships])
    for membership in held.select_related("network"):
        membership.confirmed_at = timezone.now()
        membership.save(update_fields=["confirmed_at"])
        record(action="organisations.confirm_membership", by=by, obj=membership, network=membership.network)


def remind_to_confirm():
    """Write to whoever is asked whether it is still right, once a year at most; return how many were written to."""
    year_ago = timezone.now() - timedelta(days=settings.CONFIRM_DAYS)
    rows = Membership.objects.current().filter(network__archived_at=None, role__in=NETWORK_ROLES)
    people = User.objects.filter(is_active=True, pk__in=rows.values("user_id"))
    people = people.filter(Q(reminded_at=None) | Q(reminded_at__lt=year_ago))
    due = people.annotate(told_at=Coalesce("confirmed_at", "created_at")).filter(told_at__lt=year_ago)
    asked = {user.pk: (user, []) for user in due}
    for membership in _with_colleagues_to_confirm(rows.filter(role=Role.CONTACT_PERSON, user__in=people)):
        asked.setdefault(membership.user_id, (membership.user, []))[1].append(membership)
    return sum(_remind(user, led, year_ago) for user, led in asked.values())


def _with_colleagues_to_confirm(led):
    """Return those memberships of contact persons beside whom somebody stands to be confirmed."""
    places = defaultdict(set)
    waiting = Membership.objects.current().participants().to_confirm()
    for network_id, organisation_id, user_id in waiting.values_list("network_id", "organisation_id", "user_id"):
        places[network_id, organisation_id].add(user_id)
    rows = led.select_related("user", "organisation", "network").order_by("pk")
    return [row for row in rows if places[row.network_id, row.organisation_id] - {row.user_id}]


@transaction.atomic
def _remind(user, led, year_ago):
    """Mark the person as written to, and write unless they want no such mail; two clocks at once write one."""
    unmarked = User.objects.filter(Q(reminded_at=None) | Q(reminded_at__lt=year_ago), pk=user.pk)
    if not unmarked.update(reminded_at=timezone.now()) or not wants_mail(user, KIND):
        return False
    emails.confirm(user=user, led=led)
    return True
