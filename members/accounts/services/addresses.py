"""A new e-mail address: approved by a link to the old one, proved by a link to the new, and a way back from the old.

The links are sealed, not stored: nobody reads an address in a log, and a change leaves nothing behind to purge.
"""

import datetime
import hashlib

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

APPROVE, CONFIRM, UNDO = "accounts.approve_email", "accounts.confirm_email", "accounts.undo_email"
LIVES = {APPROVE: 4 * 60 * 60, CONFIRM: 4 * 60 * 60, UNDO: 7 * 24 * 60 * 60}  # seconds
MOST_AN_HOUR = 5


class TooManyChanges(Exception):
    """The person has asked for five changes within the hour: enough for mistakes, too few for writing to strangers."""


class LinkIsOver(Exception):
    """The link is used, too old or made up, or its address has an account by now."""


@transaction.atomic
def ask_for_email(*, email, by):
    """Mail the old address a link that approves the new one; nothing changes by it. Raises TooManyChanges.

    Nobody hears of it at the new address before that: whoever sits at an open session cannot write to strangers.
    """
    User.objects.select_for_update().get(pk=by.pk)
    since = timezone.now() - datetime.timedelta(hours=1)
    asked = Record.objects.filter(actor_id=str(by.pk), action="accounts.ask_for_email", at__gt=since)
    if asked.count() >= MOST_AN_HOUR:
        raise TooManyChanges
    record(action="accounts.ask_for_email", by=by, obj=by, fields=["email"])
    email = User.objects.normalize_email(email)
    emails.approve_email(user=by, email=email, token=token_of(APPROVE, by, email))


@transaction.atomic
def approve_email(*, token):
    """Mail the new address its link, once; nothing changes until that is used. Raises LinkIsOver.

    Whether somebody has the address already is found out by the task: the page neither says nor shows it by its time.
    """
    user, email = user_of_link(token=token, purpose=APPROVE, lock=True)
    record(action="accounts.approve_email", by=user, obj=user, fields=["email"])
    key = hashlib.sha256(token.encode()).hexdigest()
    transaction.on_commit(lambda: send_email_change.enqueue(user_id=user.pk, sealed=encrypt(email), key=key))


@task()
def send_email_change(user_id, sealed, key):
    """Mail the link, once for each key, or tell whoever has the address already that nothing came of it."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    email = decrypt(sealed)
    if user is None or email == user.email:
        return
    with transaction.atomic():
        owner = User.objects.filter(email=email).first()
        if owner is None:
            emails.confirm_email(user=user, email=email, token=token_of(CONFIRM, user, email), key=key)
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
    is_taken = purpose != APPROVE and User.objects.filter(email=email).exists()
    if user is None or proof != _proof(purpose, user) or is_taken:
        raise LinkIsOver
    return user, email


def token_of(purpose, user, email):
    """Return what stands in the link."""
    return encrypt(signing.dumps([user.pk, email, _proof(purpose, user)], salt=purpose))


def _proof(purpose, user):
    """Return what must be as it was: address and password. The way back holds whatever has changed."""
    return "" if purpose == UNDO else signing.Signer(salt=purpose).signature(f"{user.email}:{user.password}")
