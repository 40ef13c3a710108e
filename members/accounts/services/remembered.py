"""Devices that are not asked for a code for thirty days; the administrator's policy on it."""

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from members.accounts.models import LoginPolicy, RememberedDevice, User
from members.audit.services import record

REMEMBERED = datetime.timedelta(days=30)


@transaction.atomic
def remember_device(*, browser, system, by, old_token=""):
    """Return the secret for the browser's cookie, this once; nothing where the policy says no.

    `old_token` is what the browser had before: a device stands in the list once.
    """
    if not LoginPolicy.today().remembers_devices:
        return ""
    RememberedDevice.objects.filter(digest=RememberedDevice.digest_of(old_token, by)).delete()
    token = secrets.token_urlsafe(32)
    RememberedDevice.objects.create(
        user=by,
        digest=RememberedDevice.digest_of(token, by),
        browser=browser,
        system=system,
        expires_at=timezone.now() + REMEMBERED,
    )
    record(action="accounts.remember_device", by=by, obj=by)
    return token


def recognise_device(*, user, token):
    """Return the remembered device that the cookie names, noting its use, or None."""
    known = RememberedDevice.objects.filter(digest=RememberedDevice.digest_of(token, user), user=user)
    device = known.filter(expires_at__gt=timezone.now()).first() if token else None
    if device is None or not LoginPolicy.today().remembers_devices:
        return None
    device.set_last_used_timestamp()
    return device


@transaction.atomic
def forget_device(*, device, by):
    """Ask for a code in that browser again, at once."""
    RememberedDevice.objects.filter(pk=device.pk).delete()
    record(action="accounts.forget_device", by=by, obj=by)


def forget_old_devices():
    """Delete the devices whose thirty days are over; return how many."""
    return RememberedDevice.objects.filter(expires_at__lte=timezone.now()).delete()[0]


@transaction.atomic
def set_policy(*, by, **decided):
    """Decide about logging in; devices are forgotten at once when they may no longer be remembered."""
    User.objects.select_for_update().get(pk=by.pk)
    policy = LoginPolicy.today()
    changed = [name for name, value in decided.items() if getattr(policy, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(policy, name, decided[name])
    policy.changed_at = timezone.now()
    policy.save()
    if not policy.remembers_devices:
        RememberedDevice.objects.all().delete()
    record(action="accounts.set_policy", by=by, obj=policy, fields=changed)
