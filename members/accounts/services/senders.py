"""Guessing at many accounts from one place: slowed down there, and told to the record as a number.

Sixty wrong passwords (SENDER_FAILURE_LIMIT) are looked at at once, then one a minute. A town hall is one sender:
whoever has the right password waits a minute at most once the guessing stops, and not at all in a browser that is
remembered for them.
"""

import datetime
import math

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from members.accounts.models import FailingSender, RememberedDevice, User
from members.accounts.services.proving import try_password
from members.audit.services import record
from portal.core.guard import sender

EACH = datetime.timedelta(minutes=1)
SLOWED = "accounts.slow_sender"


class TooManyFromHere(Exception):
    """The password was not looked at: too many wrong ones came from the same place. `seconds` is how long to wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


def try_login(*, request, email, password, device=""):
    """Return the account that the password opens, or None; raises TooManyFromHere.

    `device` is what the browser's cookie says that it is remembered by. Whether somebody has the address is nowhere
    looked up before the password is.
    """
    here = sender(request)
    seconds = _claim(here)
    if seconds and not _is_remembered(email, device):
        raise TooManyFromHere(seconds)
    user = try_password(request=request, email=email, password=password)
    if user is not None and not seconds:
        _give_back(here)
    return user


@transaction.atomic
def _claim(here):
    """Count a try as a wrong one before it is looked at, so that those sent at once count too; 0, or the wait."""
    now = timezone.now()
    row, _is_new = FailingSender.objects.select_for_update().get_or_create(digest=here, defaults={"empty_at": now})
    full_at = max(row.empty_at, now) + EACH
    seconds = math.ceil((full_at - now - settings.SENDER_FAILURE_LIMIT * EACH).total_seconds())
    if seconds > 0:
        row.refused += 1
        row.save(update_fields=["refused"])
        return seconds
    row.empty_at, row.count = full_at, row.count + 1
    row.save(update_fields=["empty_at", "count"])
    return 0


def _give_back(here):
    FailingSender.objects.filter(digest=here, count__gt=0).update(empty_at=F("empty_at") - EACH, count=F("count") - 1)


def _is_remembered(email, token):
    """Whether the person with that address asked not to be asked here. One query, whoever has the address."""
    if not token:
        return False
    known = RememberedDevice.objects.select_related("user").filter(expires_at__gt=timezone.now())
    rows = known.filter(user__email=User.objects.normalize_email(email))
    return any(row.digest == RememberedDevice.digest_of(token, row.user) for row in rows)


@transaction.atomic
def record_slow_senders():
    """Write into the record that a sender is slowed down, and the count when it is over; return how many were written.

    What has run out is deleted. The clock calls it.
    """
    now = timezone.now()
    news = Q(refused__gt=0, told=0) | Q(empty_at__lte=now)
    rows = list(FailingSender.objects.select_for_update().filter(news).order_by("pk"))
    written = 0
    for row in rows:
        tries = row.count + row.refused
        if row.refused and tries > row.told:
            record(action=SLOWED, fields=["password", str(row.count), str(row.refused)])
            row.told, written = tries, written + 1
            row.save(update_fields=["told"])
    FailingSender.objects.filter(pk__in=[row.pk for row in rows if row.empty_at <= now]).delete()
    return written
