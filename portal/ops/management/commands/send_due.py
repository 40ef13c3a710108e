"""`manage.py send_due`: tells of what is due and delivers what waits."""

import logging
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from casestudies import services as casestudies
from home import services as home
from members.accounts import services as accounts
from members.assignments import services as assignments
from members.audit import services as audit
from members.forum import services as forum
from members.notifications import services as notifications
from members.organisations import services as organisations
from members.registration import services as registration
from portal.core import guard, outbox, subscriptions
from portal.ops import erasing, idle, retention

logger = logging.getLogger(__name__)

TASKS_KEPT = timedelta(days=7)


def forget_sessions():
    """Delete the sessions that have run out."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def forget_tasks():
    """Delete the background work that is done: its arguments hold addresses that somebody typed."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - TASKS_KEPT).delete()


# In this order: memberships that ended or began at midnight, and the sessions of those who left by that; then what
# writes mail, then what delivers it; last what has had its time.
DUE = (
    organisations.mend_drift,
    organisations.end_sessions_of_ended,
    organisations.remind_to_confirm,
    assignments.tell_due,
    forum.tell_due,
    home.tell_of_new_invitations,
    casestudies.tell_of_new_examples,
    registration.expire_offers,
    registration.remind_of_decisions,
    registration.warn_of_old_drafts,
    erasing.erase_due,
    idle.spare,
    idle.warn,
    idle.erase_due,
    outbox.deliver_due,
    guard.forget_old,
    home.forget_old_messages,
    subscriptions.forget_unconfirmed,
    casestudies.forget_senders,
    registration.forget_old_drafts,
    outbox.forget_old,
    notifications.forget_old,
    accounts.forget_old_devices,
    accounts.forget_old_resets,
    accounts.record_failed_tries,
    accounts.record_slow_senders,
    forget_sessions,
    forget_tasks,
    retention.purge,
    audit.seal_recent,
    audit.verify_daily,
    audit.purge,
)


class Command(BaseCommand):
    help = "Tells of assignments that have opened and of posts not yet told of, and delivers waiting mail."

    def handle(self, **options):
        """Do each in turn; one that fails is logged, keeps none of the others waiting, and is tried again next time."""
        for due in DUE:
            try:
                due()
            except Exception:
                logger.exception("%s failed", due.__qualname__)
