"""Failed logins in the record, by password and by passkey: counted as they come, told by the clock.

The page that answers a wrong password never looks for whose address it was, and takes as long for both.
"""

from collections import Counter

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from members.accounts.enums import Way
from members.accounts.models import WINDOW, FailedTries, User
from members.audit.services import record

FAILED, LOCKED = "accounts.fail_log_in", "accounts.lock_out"


class Handler(AxesDatabaseHandler):
    """How django-axes counts: by a checksum of the address (`counted_by`), and with nothing of whose browser it was."""

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        """Count it, without the browser's name; the settings say that no address and no field is kept."""
        if request is not None:
            request.axes_user_agent = request.axes_http_accept = ""
        super().user_login_failed(sender, credentials, request, **kwargs)


def counted_by(request, credentials=None):
    """Return what django-axes counts an account's tries by."""
    return FailedTries.digest_of(User.objects.normalize_email((credentials or {}).get("username", "")))


def no_address(request):
    """Return what django-axes keeps of where a try came from: nothing."""
    return


def forget_failed_tries(*, email):
    """Let passwords of the address be looked at again; its owner has chosen a new one, or is gone."""
    reset(username=counted_by(None, {"username": email}))


@transaction.atomic
def count_failed_try(*, email, is_locked=False, way=Way.PASSWORD):
    """Count one more try that did not open the address's account; `is_locked` when no more of them are looked at.

    Without an address it was nobody's that the portal knows of.
    """
    row, _is_new = FailedTries.objects.get_or_create(
        digest=FailedTries.digest_of(email), way=way, window=FailedTries.present_window()
    )
    changes = {"count": F("count") + 1} | ({"is_locked": True} if is_locked else {})
    FailedTries.objects.filter(pk=row.pk).update(**changes)


@transaction.atomic
def record_failed_tries():
    """Write into the record what is new: an account's first in a window, its lock-out, and the count when it is over.

    Addresses that nobody has become one record a window. Returns how many were written; the clock calls it.
    """
    window = FailedTries.present_window()
    news = Q(told=0) | Q(is_locked=True, lock_is_told=False) | Q(window__lt=window)
    rows = list(FailedTries.objects.select_for_update().filter(news).order_by("window", "pk"))
    owners = _owners({row.digest for row in rows})
    unknown, written = Counter(), 0
    for row in rows:
        is_over = row.window < window
        owner = owners.get(row.digest)
        if owner is not None:
            written += _tell(row, owner, is_over)
        elif is_over:
            unknown[row.window, row.way] += row.count
    for (_window, way), count in sorted(unknown.items()):
        record(action=FAILED, fields=[way, str(count)])
    FailedTries.objects.filter(pk__in=[row.pk for row in rows if row.window < window]).delete()
    AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - WINDOW).delete()  # axes does it at the next try
    return written + len(unknown)


def _owners(digests):
    """Return the accounts whose addresses were typed, by checksum."""
    if not digests:
        return {}
    pks = {
        digest: pk
        for pk, email in User.objects.values_list("pk", "email")
        if (digest := FailedTries.digest_of(email)) in digests
    }
    people = User.objects.in_bulk(pks.values())
    return {digest: people[pk] for digest, pk in pks.items()}


def _tell(row, owner, is_over):
    """Write what the record does not know of the account's tries; return how many records that was."""
    written = 0
    if not row.told or (is_over and row.count > row.told):
        record(action=FAILED, obj=owner, fields=[row.way, str(row.count)])
        row.told, written = row.count, 1
    if row.is_locked and not row.lock_is_told:
        record(action=LOCKED, obj=owner, fields=["password"])
        row.lock_is_told, written = True, written + 1
    row.save(update_fields=["told", "lock_is_told"])
    return written
