"""A few mails as they were, already sent, so that the mail page of development has something to show."""

import uuid
from contextlib import contextmanager

from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from portal.ops.seed.content.networks.mails import MAILS
from portal.ops.seed.memory import moment


def fill(world):
    """Write the mails as sent: nothing is delivered, and nothing waits to be."""
    for key, days, subject, text in MAILS:
        recipient = world.people[key]
        at = moment(world.day, -days)
        message = OutboxMessage.objects.create(
            to=recipient.email,
            recipient=recipient,
            kind="demonstration",
            language=recipient.language,
            subject=subject,
            text=text.strip() + "\n",
            message_id=f"<{uuid.uuid4().hex}@natverket.example>",
            state=DeliveryState.SENT,
            deliver_at=at,
            sent_at=at,
        )
        OutboxMessage.objects.filter(pk=message.pk).update(created_at=at)


@contextmanager
def mailed(at):
    """Let the portal write its own mails within, and leave them as sent at that moment: their links work."""
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    yield
    written = OutboxMessage.objects.exclude(pk__in=before)
    written.update(state=DeliveryState.SENT, deliver_at=at, sent_at=at, created_at=at)
