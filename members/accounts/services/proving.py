"""Proving who one is: with the password, then with a code."""

from dataclasses import dataclass

from django.contrib.auth import authenticate
from django.db import connection, transaction

from members.accounts import emails
from members.accounts.models import RecoveryCode, RecoveryDevice, TotpDevice, User
from members.accounts.services.resets import stop_waiting_resets
from members.accounts.services.tries import count_failed_try
from members.audit.services import record

TRIES = 20261  # the queue of tries at passwords, among PostgreSQL's advisory locks


class WrongCode(Exception):
    """The code was looked at and is not right; `seconds` is how long the next try has to wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


class TooEarly(WrongCode):
    """The code was not looked at: too many wrong ones came before it."""


@transaction.atomic
def try_password(*, request, email, password):
    """Return the account that the password opens, or None.

    Tries at one address stand in line, those sent at once included: django-axes counts after the fact, and would
    otherwise let as many more be looked at as there are processes.
    """
    email = User.objects.normalize_email(email)
    if connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [TRIES, email])
    user = authenticate(request, username=email, password=password)
    if user is None:
        count_failed_try(email=email, is_locked=getattr(request, "axes_locked_out", False))
    return user


def verify_code(*, code, by):
    """Return the device that accepts the six digits or the recovery code, which is thereby used up.

    Raises WrongCode, or TooEarly when the person has to wait. Rows are locked, so that guesses sent at once
    are looked at one after the other.
    """
    outcome = _try_code(code, by)
    if outcome.device is None:
        raise (WrongCode if outcome.was_tried else TooEarly)(outcome.seconds)
    return outcome.device


@dataclass
class Outcome:
    """What came of a code: the device that took it, or whether it was looked at and how long to wait."""

    device: object = None
    was_tried: bool = False
    seconds: int = 0


@transaction.atomic
def _try_code(code, by):
    plain = RecoveryCode.normalise(code)
    is_totp = plain.isascii() and plain.isdigit() and len(plain) == 6
    devices = (TotpDevice if is_totp else RecoveryDevice).objects.select_for_update()
    outcome = Outcome()
    waits = [0]
    for device in devices.filter(user=by, confirmed=True).order_by("pk"):
        wait = device.seconds_to_wait
        if not wait:
            outcome.was_tried = True
            if device.verify_token(plain):
                outcome.device = device
                break
            wait = device.seconds_to_wait
        waits.append(wait)
    outcome.seconds = max(waits)
    if outcome.device is not None:
        stop_waiting_resets(by)
    elif outcome.was_tried:
        # At most ten in a quarter of an hour: what comes too early is not looked at, and not told either.
        record(action="accounts.fail_second_factor", obj=by, fields=["totp" if is_totp else "recovery_code"])
    if outcome.device is not None and not is_totp:
        record(action="accounts.use_recovery_code", by=by, obj=by)
        emails.factor_changed(user=by, what="used_code")
    # Somebody without a device of that kind has nothing to wait for: every code is simply wrong.
    outcome.was_tried = outcome.was_tried or waits == [0]
    return outcome


@transaction.atomic
def note_login(*, by):
    """Write into the record that the person has shown both factors."""
    record(action="accounts.log_in", by=by, obj=by)


@transaction.atomic
def note_logout(*, by):
    """Write into the record that the person has left; a session that runs out, or is ended elsewhere, is not that."""
    record(action="accounts.log_out", by=by, obj=by)
