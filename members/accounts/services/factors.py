"""Setting up second factors, naming them, taking them away."""

import datetime

from django.db import transaction
from django.utils import timezone

from members.accounts import emails
from members.accounts.models import RecoveryCode, RecoveryDevice, TotpDevice, User
from members.accounts.services.proving import Outcome, TooEarly, WrongCode
from members.accounts.services.sessions import forget_half_ways
from members.audit.services import record

RECOVERY_CODES = 10
# How long the key of an app that is being set up is shown: whoever saw it another day must not know the one in use.
KEY_IS_SHOWN = datetime.timedelta(hours=1)


class LastFactor(Exception):
    """The only factor is replaced, never just removed."""


@transaction.atomic
def begin_enrolment(*, by):
    """Return the authenticator app that is being set up: the same one for an hour, or until its first code is right."""
    User.objects.select_for_update().get(pk=by.pk)
    begun = TotpDevice.objects.filter(user=by, confirmed=False)
    waiting = begun.filter(created_at__gt=timezone.now() - KEY_IS_SHOWN).first()
    if waiting is not None:
        return waiting
    begun.delete()
    return TotpDevice.objects.create(user=by, name="", secret=TotpDevice.new_secret(), confirmed=False)


def confirm_enrolment(*, code, by, name=""):
    """Take the app into use when its first code is right, and return it; raises WrongCode or TooEarly."""
    outcome = _try_first_code(code, by, name)
    if outcome.device is None:
        raise (WrongCode if outcome.was_tried else TooEarly)(outcome.seconds)
    return outcome.device


@transaction.atomic
def _try_first_code(code, by, name):
    device = TotpDevice.objects.select_for_update().filter(user=by, confirmed=False).first()
    if device is None:
        return Outcome(was_tried=True)
    if device.seconds_to_wait:
        return Outcome(seconds=device.seconds_to_wait)
    if not device.verify_token(code):
        return Outcome(was_tried=True, seconds=device.seconds_to_wait)
    is_first = not by.has_second_factor
    device.confirmed, device.name = True, name.strip()[:64]
    device.save(update_fields=["confirmed", "name"])
    note_new_factor(device=device, is_first=is_first, by=by)
    return Outcome(device=device)


@transaction.atomic
def note_new_factor(*, device, is_first, by):
    """Record a factor of whatever kind that was just set up; tell the owner, unless it is the first one."""
    record(action="accounts.add_factor", by=by, obj=device)
    if not is_first:
        emails.factor_changed(user=by, what="added", device=device)


@transaction.atomic
def rename_factor(*, device, name, by):
    """Give a factor the name that its owner knows it by."""
    name = name.strip()[:64]
    if name == device.name:
        return
    device.name = name
    device.save(update_fields=["name"])
    record(action="accounts.rename_factor", by=by, obj=device, fields=["name"])
    emails.factor_changed(user=by, what="renamed", device=device)


@transaction.atomic
def remove_factor(*, device, by):
    """Remove a factor of any kind, with the sessions that it opened; raises LastFactor for the only one."""
    # The person's row is the queue: two factors removed at once must not both find the other one left.
    person = User.objects.select_for_update().get(pk=by.pk)
    if not any(other.persistent_id != device.persistent_id for other in person.factors):
        raise LastFactor
    record(action="accounts.remove_factor", by=by, obj=device)
    emails.factor_changed(user=by, what="removed", device=device)
    device.delete()
    # A browser may have been remembered, or a key seen, by somebody who had what is now removed.
    forget_half_ways(by)


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
