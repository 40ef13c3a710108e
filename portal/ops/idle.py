"""Accounts that nobody takes part with: told of by mail, and erased when ACCOUNT_DAYS are over.

Counted from the last day of the last membership; an account that never had one, from the day when it was made.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.db.models.functions import Lower
from django.utils import timezone

from members.accounts import emails
from members.accounts.models import Erasure, User
from members.audit.services import record
from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership
from portal.ops import erasing

logger = logging.getLogger(__name__)


def accounts():
    """Return the accounts that are idle and close to their end.

    Never those of somebody who holds a role, who may yet accept an invitation, or who bypasses every rule.
    """
    since = timezone.now() - timedelta(days=settings.ACCOUNT_DAYS - settings.ACCOUNT_WARNING_DAYS)
    took_part = Membership.objects.filter(Q(to_date=None) | Q(to_date__gte=timezone.localdate(since)))
    invited = Invitation.objects.open().annotate(address=Lower("email"))
    idle = User.objects.filter(is_superuser=False, created_at__lt=since).exclude(email__endswith=erasing.ERASED_AT)
    return idle.exclude(pk__in=took_part.values("user_id")).exclude(email__in=invited.values("address"))


def warn():
    """Announce to each owner of an idle account, by mail, when it will be erased; return how many were told."""
    told = list(accounts().filter(erasure=None).order_by("pk"))
    for user in told:
        _announce(user)
    return len(told)


@transaction.atomic
def _announce(user):
    due_at = timezone.now() + timedelta(days=settings.ACCOUNT_WARNING_DAYS)
    erasure, is_new = Erasure.objects.get_or_create(user=user, defaults={"due_at": due_at, "is_asked": False})
    if is_new:
        record(action="accounts.announce_erasure", obj=user)
        last_day = user.memberships.aggregate(last=Max("to_date"))["last"]
        emails.idle(user=user, due_at=erasure.due_at, last_day=last_day, contacts=_contacts_of(user))


def _contacts_of(user):
    """Return those who run the network that the person was in last: whom to ask to be let in again."""
    last = user.memberships.exclude(network=None).order_by("-to_date", "-pk").first()
    rows = Membership.objects.current().filter(network=last and last.network_id, role=Role.COORDINATOR)
    return [row.user for row in rows.exclude(network=None).select_related("user").order_by("user__name", "pk")]


@transaction.atomic
def spare():
    """Take back what was announced for accounts that are in use again, or may be: their invitation is open."""
    for erasure in Erasure.objects.filter(is_asked=False).exclude(user__in=accounts()).select_related("user"):
        record(action="accounts.spare", obj=erasure.user)
        erasure.delete()


def erase_due():
    """Erase those whose announced day has come; return how many. One that fails is logged and tried again next time."""
    count = 0
    for pk in Erasure.objects.filter(is_asked=False, due_at__lte=timezone.now()).values_list("user_id", flat=True):
        try:
            count += _erase_if_idle(pk)
        except Exception:
            logger.exception("Erasing the idle account #%s failed", pk)
    if count:
        logger.info("Erased %s idle accounts", count)
    return count


@transaction.atomic
def _erase_if_idle(pk):
    """Ask once more, with the account locked: a membership that is being made has to wait, and one made is seen."""
    user = User.objects.select_for_update().get(pk=pk)
    if not accounts().filter(pk=pk).exists():
        return False
    erasing.erase(user=user)
    return True
