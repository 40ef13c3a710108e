"""Letting in somebody who has lost every factor: vouched for, waited for, told to all whom it concerns."""

import datetime

from django.core import signing
from django.db import transaction
from django.utils import timezone

from members.accounts import emails
from members.accounts.models import FactorReset, LoginPolicy, RecoveryDevice, User
from members.accounts.services.sessions import forget_sessions
from members.audit.services import record

SALT = "accounts.stop_reset"
STAYS_OPEN = datetime.timedelta(days=7)
KEPT = datetime.timedelta(days=90)


class NothingToStop(Exception):
    """The link is made up, or what it would stop has ended."""


class NotYet(Exception):
    """Nobody has vouched, or the wait is not over."""


@transaction.atomic
def vouch(*, person, by, tell, network=None):
    """Begin the wait after which the person may set up new factors; vouching again changes nothing.

    The person, and the administrators in `tell`, get a mail that can stop it.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    FactorReset.objects.filter(user=person, ended_at=None, closes_at__lte=timezone.now()).update(
        ended_at=timezone.now()
    )
    waiting = FactorReset.objects.filter(user=person, ended_at=None).first()
    if waiting is not None:
        return waiting
    opens_at = timezone.now() + datetime.timedelta(hours=LoginPolicy.today().waiting_hours)
    reset = FactorReset.objects.create(user=person, vouched_by=by, opens_at=opens_at, closes_at=opens_at + STAYS_OPEN)
    record(action="accounts.vouch", by=by, obj=person, network=network)
    token = signing.dumps(reset.pk, salt=SALT)
    emails.reset_begun(reset=reset, to=person, token=token)
    for administrator in tell:
        if administrator.pk != person.pk:
            emails.reset_begun(reset=reset, to=administrator, token=token)
    return reset


def reset_of_link(token):
    """Return what the link in the mail would stop; raises NothingToStop."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise NothingToStop from error
    reset = FactorReset.objects.select_related("user").filter(pk=pk, ended_at=None).first()
    if reset is None:
        raise NothingToStop
    return reset


@transaction.atomic
def stop_reset(*, token):
    """Stop it, with the link that the person and the administrators were mailed; raises NothingToStop."""
    reset = reset_of_link(token)
    if not FactorReset.objects.filter(pk=reset.pk, ended_at=None).update(ended_at=timezone.now()):
        raise NothingToStop
    record(action="accounts.stop_reset", obj=reset.user)


def stop_waiting_resets(user):
    """End what waits for somebody who has just shown a code: nothing was lost."""
    if FactorReset.objects.filter(user=user, ended_at=None).update(ended_at=timezone.now()):
        record(action="accounts.stop_reset", by=user, obj=user)


@transaction.atomic
def start_anew(*, by):
    """Take away every factor, recovery code and session, so that the person sets up new ones; raises NotYet."""
    User.objects.select_for_update().get(pk=by.pk)
    reset = FactorReset.objects.filter(user=by, ended_at=None).first()
    if reset is None or not reset.is_open:
        raise NotYet
    reset.ended_at = timezone.now()
    reset.save(update_fields=["ended_at"])
    for factor in by.factors:
        factor.delete()
    RecoveryDevice.objects.filter(user=by).delete()
    forget_sessions(by)
    record(action="accounts.start_anew", by=by, obj=by)
    emails.factor_changed(user=by, what="renewed")


def forget_old_resets():
    """Delete those that ended, or closed, more than ninety days ago; return how many."""
    return FactorReset.objects.filter(closes_at__lt=timezone.now() - KEPT).delete()[0]
