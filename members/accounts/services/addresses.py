"""A new e-mail address: proved by a link to it, and told to the old one with a way back.

The links are sealed, not stored: nobody reads an address in a log, and a change leaves nothing behind to purge.
"""

import datetime

from cryptography.fernet import InvalidToken
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from members.accounts import emails
from members.accounts.models import User
from members.accounts.services.sessions import forget_sessions
from members.audit.models import Record
from members.audit.services import record
from portal.core.fields import decrypt, encrypt

CONFIRM, UNDO = "accounts.confirm_email", "accounts.undo_email"
LIVES = {CONFIRM: 4 * 60 * 60, UNDO: 7 * 24 * 60 * 60}  # seconds
MOST_AN_HOUR = 5


class TooManyChanges(Exception):
    """The person has asked for five changes within the hour: enough for mistakes, too few for writing to strangers."""


class LinkIsOver(Exception):
    """The link is used, too old or made up, or its address has an account by now."""


@transaction.atomic
def ask_for_email(*, email, by):
    """Mail a link to the new address; nothing changes until it is used. Raises TooManyChanges.

    Whether somebody has the address already is found out by the task: the page neither says nor shows it by its time.
    """
    User.objects.select_for_update().get(pk=by.pk)
    since = timezone.now() - datetime.timedelta(hours=1)
    asked = Record.objects.filter(actor_id=str(by.pk), action="accounts.ask_for_email", at__gt=since)
    if asked.count() >= MOST_AN_HOUR:
        raise TooManyChanges
    record(action="accounts.ask_for_email", by=by, obj=by, fields=["email"])
    email = User.objects.normalize_email(email)
    transaction.on_commit(lambda: send_email_change.enqueue(user_id=by.pk, sealed=encrypt(email)))


@task()
def send_email_change(user_id, sealed):
    """Mail the link, or tell whoever has the address already that nothing came of it."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    email = decrypt(sealed)
    if user is None or email == user.email:
        return
    with transaction.atomic():
        owner = User.objects.filter(email=email).first()
        if owner is None:
            emails.confirm_email(user=user, email=email, token=token_of(CONFIRM, user, email))
        else:
            emails.email_is_taken(user=owner)


@transaction.atomic
def confirm_email(*, token):
    """Take the new address into use and tell the old one how to undo it; raises LinkIsOver."""
    user, email = user_of_link(token=token, purpose=CONFIRM, lock=True)
    old, user.email = user.email, email
    user.save(update_fields=["email"])
    record(action="accounts.change_email", by=user, obj=user, fields=["email"])
    emails.email_changed(user=user, old=old, token=token_of(UNDO, user, old))
    return user


@transaction.atomic
def undo_email(*, token):
    """Give the account its old address back and shut out whoever changed it; raises LinkIsOver.

    Whoever could change the address knows the password: it holds no longer, and no session does.
    """
    user, email = user_of_link(token=token, purpose=UNDO, lock=True)
    user.email = email
    user.set_unusable_password()
    user.save(update_fields=["email", "password"])
    forget_sessions(user)
    record(action="accounts.undo_email", by=user, obj=user, fields=["email", "password"])
    return user


def user_of_link(*, token, purpose, lock=False):
    """Return (whose link it is, the address that it sets); raises LinkIsOver."""
    try:
        pk, email, proof = signing.loads(decrypt(token), salt=purpose, max_age=LIVES[purpose])
    except (InvalidToken, signing.BadSignature, ValueError) as error:
        raise LinkIsOver from error
    people = User.objects.select_for_update() if lock else User.objects
    user = people.filter(pk=pk, is_active=True).first()
    if user is None or proof != _proof(purpose, user) or User.objects.filter(email=email).exists():
        raise LinkIsOver
    return user, email


def token_of(purpose, user, email):
    """Return what stands in the link."""
    return encrypt(signing.dumps([user.pk, email, _proof(purpose, user)], salt=purpose))


def _proof(purpose, user):
    """Return what must be as it was: to confirm, address and password. The way back holds whatever has changed."""
    return "" if purpose == UNDO else signing.Signer(salt=purpose).signature(f"{user.email}:{user.password}")
