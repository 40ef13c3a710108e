"""Passwords: chosen anew by a mailed link, or changed."""

import time
import uuid

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django_tasks import task

from members.accounts import emails
from members.accounts.models import User
from members.accounts.services.sessions import forget_sessions
from members.accounts.services.tries import forget_failed_tries
from members.audit.services import record
from portal.core.fields import decrypt, encrypt
from portal.core.guard import WINDOW
from portal.core.models import FormUse

RESET_SLOT = 300  # seconds: at most one reset mail an account in each
MOST_RESETS = 30  # asked for by one sender within an hour


class TooManyResets(Exception):
    """One sender has asked for thirty links within the hour: enough for a town hall, too few to write to all."""


@transaction.atomic
def ask_for_password_reset(*, email, sender=""):
    """Have the link mailed, once an address in five minutes: asking a thousand times makes no thousand tasks.

    Looks up nobody, so that the page answers the same, and as quickly, whoever has the address. `sender` is a
    checksum of where it was asked; raises TooManyResets.
    """
    slot = int(time.time()) // RESET_SLOT
    asked = salted_hmac("accounts.reset", f"{User.objects.normalize_email(email)}:{slot}").hexdigest()
    key, form = uuid.UUID(asked[:32]), "reset_password"
    recent = FormUse.objects.filter(form=form, sender=sender, used_at__gt=timezone.now() - WINDOW).exclude(key=key)
    if sender and recent.count() >= MOST_RESETS:
        raise TooManyResets
    _use, is_first = FormUse.objects.get_or_create(key=key, form=form, defaults={"sender": sender})
    if is_first:
        transaction.on_commit(lambda: send_password_reset.enqueue(sealed=encrypt(email)))


@task()
def send_password_reset(sealed):
    """Mail the link to whoever has that address; nothing happens when nobody has.

    A task, so that the page answers as quickly for an address with an account as for one without. The address is
    sealed: tasks are kept for a week, and a stranger's address is nobody's to read there.
    """
    email = User.objects.normalize_email(decrypt(sealed))
    user = User.objects.filter(email=email, is_active=True).first()
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
    forget_sessions(user)
    forget_failed_tries(email=user.email)
    record(action="accounts.set_password", by=by, obj=user, fields=["password"])
    emails.password_changed(user=user)
