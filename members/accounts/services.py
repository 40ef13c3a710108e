"""Every write to accounts: passwords, second factors, one's own details."""

import time
from dataclasses import dataclass

from axes.utils import reset as forget_failed_logins
from django.contrib.auth import authenticate
from django.contrib.auth.tokens import default_token_generator
from django.db import connection, transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django_tasks import task

from members.accounts import emails
from members.accounts.models import RecoveryCode, RecoveryDevice, TotpDevice, User
from members.audit.services import record

TRIES = 20261  # the queue of tries at passwords, among PostgreSQL's advisory locks
RECOVERY_CODES = 10
RESET_SLOT = 300  # seconds: at most one reset mail an account in each


class WrongCode(Exception):
    """The code was looked at and is not right; `seconds` is how long the next try has to wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


class TooEarly(WrongCode):
    """The code was not looked at: too many wrong ones came before it."""


class LastFactor(Exception):
    """The only authenticator app is replaced, never just removed."""


# Proving who one is


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
    return authenticate(request, username=email, password=password)


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
class _Outcome:
    device: object = None
    was_tried: bool = False
    seconds: int = 0


@transaction.atomic
def _try_code(code, by):
    plain = RecoveryCode.normalise(code)
    is_totp = plain.isascii() and plain.isdigit() and len(plain) == 6
    devices = (TotpDevice if is_totp else RecoveryDevice).objects.select_for_update()
    outcome = _Outcome()
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


# Second factors


@transaction.atomic
def begin_enrolment(*, by):
    """Return the authenticator app that is being set up; the same one until its first code has been right."""
    User.objects.select_for_update().get(pk=by.pk)
    waiting = TotpDevice.objects.filter(user=by, confirmed=False).first()
    return waiting or TotpDevice.objects.create(user=by, name="", secret=TotpDevice.new_secret(), confirmed=False)


def confirm_enrolment(*, code, by):
    """Take the app into use when its first code is right, and return it; raises WrongCode or TooEarly."""
    outcome = _try_first_code(code, by)
    if outcome.device is None:
        raise (WrongCode if outcome.was_tried else TooEarly)(outcome.seconds)
    return outcome.device


@transaction.atomic
def _try_first_code(code, by):
    device = TotpDevice.objects.select_for_update().filter(user=by, confirmed=False).first()
    if device is None:
        return _Outcome(was_tried=True)
    if device.seconds_to_wait:
        return _Outcome(seconds=device.seconds_to_wait)
    if not device.verify_token(code):
        return _Outcome(was_tried=True, seconds=device.seconds_to_wait)
    is_first = not by.has_second_factor
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    record(action="accounts.add_factor", by=by, obj=by)
    if not is_first:
        emails.factor_changed(user=by, what="added")
    return _Outcome(device=device)


@transaction.atomic
def remove_factor(*, device, by):
    """Remove an authenticator app, with the sessions that it opened; raises LastFactor for the only one."""
    others = TotpDevice.objects.select_for_update().filter(user=by, confirmed=True).exclude(pk=device.pk)
    if not others.exists():
        raise LastFactor
    device.delete()
    record(action="accounts.remove_factor", by=by, obj=by)
    emails.factor_changed(user=by, what="removed")


@transaction.atomic
def make_recovery_codes(*, by):
    """Make ten new recovery codes and return them in plain text, this once; the old ones are void."""
    had_codes = by.recovery_codes_left > 0
    # The set is kept, and only its codes replaced: the session may have been opened by it.
    device, _made = RecoveryDevice.objects.get_or_create(user=by, defaults={"confirmed": True})
    device.codes.all().delete()
    codes = [RecoveryCode.new() for _number in range(RECOVERY_CODES)]
    salt = RecoveryCode.salt_of(RecoveryCode.digest_of(""))
    RecoveryCode.objects.bulk_create(
        RecoveryCode(device=device, digest=RecoveryCode.digest_of(code, salt)) for code in codes
    )
    record(action="accounts.make_recovery_codes", by=by, obj=by)
    if had_codes:
        emails.factor_changed(user=by, what="codes")
    return codes


# Passwords


@task()
def send_password_reset(email):
    """Mail the link to whoever has that address; nothing happens when nobody has.

    A task, so that the page answers as quickly for an address with an account as for one without.
    """
    user = User.objects.filter(email=User.objects.normalize_email(email), is_active=True).first()
    if user is not None:
        _send_password_reset(user)


@transaction.atomic
def _send_password_reset(user):
    slot = int(time.time()) // RESET_SLOT
    sent = emails.password_reset(
        user=user,
        uid=urlsafe_base64_encode(force_bytes(user.pk)),
        token=default_token_generator.make_token(user),
        dedup=f"password-reset:{user.pk}:{slot}",
    )
    if sent is not None:
        record(action="accounts.ask_for_password_reset", obj=user)


def user_of_reset(*, uid, token):
    """Return whose password the link may change, or None for a link that no longer holds."""
    try:
        pk = int(urlsafe_base64_decode(uid).decode("ascii"))
    except (ValueError, OverflowError):
        return None
    user = User.objects.filter(pk=pk, is_active=True).first() if pk < 2**63 else None
    return user if user is not None and default_token_generator.check_token(user, token) else None


@transaction.atomic
def set_password(*, user, password, by):
    """Set the password, end every session that the old one opened, forget failed tries, and tell the owner."""
    user.set_password(password)
    user.save(update_fields=["password"])
    forget_failed_logins(username=user.email)
    record(action="accounts.set_password", by=by, obj=user, fields=["password"])
    emails.password_changed(user=user)


# Accounts


@transaction.atomic
def create_account(*, email, name, password, language, by=None):
    """Make an account for an address that has been proved; whoever makes it from a link is their own actor."""
    user = User.objects.create_user(email, password, name=name, language=language)
    record(action="accounts.create", by=by or user, obj=user)
    return user


@transaction.atomic
def change_details(*, account, by, **details):
    """Change name, role, phone, language or whether the account is active; only what differs is recorded.

    A deactivated account loses its sessions at the next request: nobody inactive is loaded from one.
    """
    changed = [name for name, value in details.items() if getattr(account, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(account, name, details[name])
    account.save(update_fields=changed)
    record(action="accounts.change_details", by=by, obj=account, fields=changed)
