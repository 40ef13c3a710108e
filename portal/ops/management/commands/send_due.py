"""`manage.py send_due`: tells of what is due and delivers what waits."""

import logging

from django.core.management import BaseCommand

from casestudies import services as casestudies
from home import services as home
from members.assignments import services as assignments
from members.forum import services as forum
from members.organisations import services as organisations
from portal.core import guard, outbox, subscriptions

logger = logging.getLogger(__name__)

# In this order: memberships that ended or began at midnight, then what writes mail, then what delivers it;
# last what has had its time.
DUE = (
    organisations.mend_drift,
    assignments.tell_due,
    forum.tell_due,
    home.tell_of_new_invitations,
    casestudies.tell_of_new_examples,
    outbox.deliver_due,
    guard.forget_old,
    home.forget_old_messages,
    subscriptions.forget_unconfirmed,
    casestudies.forget_senders,
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
