"""Accounts themselves: made, corrected, closed."""

from django.db import transaction
from django.utils import timezone

from members.accounts.models import User
from members.accounts.services.administrators import keep_an_administrator
from members.accounts.services.sessions import forget_sessions
from members.audit.services import record


@transaction.atomic
def create_account(*, email, name, password, language, by=None):
    """Make an account for an address that has been proved; whoever makes it from a link is their own actor."""
    user = User.objects.create_user(email, password, name=name, language=language)
    record(action="accounts.create", by=by or user, obj=user)
    return user


def note_export(*, by, fields):
    """Write that somebody took the list of accounts away as a file, and which columns it had."""
    record(action="accounts.export_user", by=by, fields=fields)


@transaction.atomic
def change_details(*, account, by, **details):
    """Change what the person tells of themselves, language or whether the account is active.

    Only what differs is recorded. Whoever saves their own has looked at them: that confirms them.
    A deactivated account loses its sessions at once. Raises LastAdministrator for the one that must stay open.
    """
    changed = [name for name, value in details.items() if getattr(account, name) != value]
    is_own = by is not None and by.pk == account.pk
    if not changed:
        if is_own and account.is_to_confirm:
            confirm_details(by=account)
        return
    if details.get("is_active", account.is_active) is False and account.is_active:
        keep_an_administrator(person=account)
    for name in changed:
        setattr(account, name, details[name])
    account.confirmed_at = timezone.now() if is_own else account.confirmed_at
    account.save(update_fields=[*changed, "confirmed_at"])
    if not account.is_active:
        forget_sessions(account)
    record(action="accounts.change_details", by=by, obj=account, fields=changed)


@transaction.atomic
def confirm_details(*, by):
    """Note that what the person tells of themselves is still right."""
    by.confirmed_at = timezone.now()
    by.save(update_fields=["confirmed_at"])
    record(action="accounts.confirm_details", by=by, obj=by)
