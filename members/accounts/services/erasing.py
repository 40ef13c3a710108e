"""Asking for one's account to be erased, and taking that back. What is erased spans apps: portal.ops does it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from members.accounts import emails
from members.accounts.models import Erasure
from members.audit.services import record


class RoleToHandOver(Exception):
    """The person looks after a network or the portal: somebody else has to have that role first."""


@transaction.atomic
def ask_for_erasure(*, by):
    """Note that the person's account is to be erased in ERASURE_DAYS, and tell them; asked twice, it is the first time.

    An erasure that the clock has announced stays as it is: it comes about as soon.

    Raises RoleToHandOver for a coordinator or an administrator.
    """
    if by.holds_role("coordinator") or by.holds_role("administrator"):
        raise RoleToHandOver
    due = timezone.now() + timedelta(days=settings.ERASURE_DAYS)
    erasure, is_new = Erasure.objects.get_or_create(user=by, defaults={"due_at": due})
    if is_new:
        record(action="accounts.ask_for_erasure", by=by, obj=by)
        emails.erasure(to=by, name=by.name, due_at=erasure.due_at)
    return erasure


@transaction.atomic
def cancel_erasure(*, by):
    """Let the account stay; nothing happens when nobody had asked, nor to what the clock has announced."""
    if Erasure.objects.filter(user=by, is_asked=True).delete()[0]:
        record(action="accounts.cancel_erasure", by=by, obj=by)
