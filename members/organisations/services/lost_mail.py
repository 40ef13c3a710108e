"""Mail that did not get through, tried again by hand."""

from django.db import transaction

from members.audit.services import record
from portal.core import outbox


@transaction.atomic
def retry_mail(*, message, by):
    """Try to deliver it once more; return whether it waits now. Pressed twice it is sent once."""
    waits = outbox.retry(message)
    if waits:
        record(action="organisations.retry_mail", by=by, obj=message)
    return waits
