"""A reader's words to those behind an example."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from casestudies import emails
from portal.core.models import OutboxMessage

COPIES_A_DAY = 2


@transaction.atomic
def relay(*, example, name, email, organisation, message, wants_copy, language):
    """Send the message to the example's contact, who answers the reader; nobody sees the other's address before.

    The message stands in the mail alone. A copy goes to the address that the reader gave, which may be another
    person's: it holds no address that can be followed, and at most two a day go to one address.
    """
    emails.message(example=example, name=name, email=email, organisation=organisation, message=message)
    if wants_copy and _copies_to(email) < COPIES_A_DAY:
        emails.copy(example=example, email=email, message=message, language=language)


def _copies_to(email):
    since = timezone.now() - timedelta(days=1)
    return OutboxMessage.objects.filter(kind=emails.COPY, to__iexact=email, created_at__gt=since).count()
