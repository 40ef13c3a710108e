"""Who reaches what of the shared parts: in development the mails that were sent, open to everybody."""

from django.utils import timezone

from portal.core.models import OutboxMessage
from tests.architecture.access import REST, row


def mail(world):
    sent = OutboxMessage.objects.create(
        to=world.amina.email, kind="test", language="sv", subject="Hej", text="Hej", deliver_at=timezone.now()
    )
    return {"pk": sent.pk}


ROWS = [
    row("development:mails", get={200: REST}),
    row("development:mail", at=mail, get={200: REST}),
    row("development:mail_html", at=mail, get={200: REST}),
]
