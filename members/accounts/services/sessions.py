"""Ending sessions: one, or all of a person's."""

from django.db import transaction

from members.accounts.models import RememberedDevice, Session, TotpDevice
from members.audit.services import record


@transaction.atomic
def end_session(*, session, by):
    """Log that browser out; it is at the login page at its next request."""
    Session.objects.filter(pk=session.pk).delete()
    record(action="accounts.end_session", by=by, obj=by)


@transaction.atomic
def end_all_sessions(*, by):
    """Log the person out of every browser, this one included; none is remembered."""
    forget_sessions(by)
    record(action="accounts.end_all_sessions", by=by, obj=by)


def forget_sessions(user):
    """Delete the person's sessions and what they left behind, as part of a change that is recorded by itself."""
    Session.objects.filter(user=user).delete()
    forget_half_ways(user)


def forget_half_ways(user):
    """Delete remembered devices, and an app that was begun and not connected: somebody may have seen its key."""
    RememberedDevice.objects.filter(user=user).delete()
    TotpDevice.objects.filter(user=user, confirmed=False).delete()
