"""Who reaches what of the shared parts: the mails of development, and subscriptions, both open to everybody."""

from django.utils import timezone

from portal.core.models import OutboxMessage, Subscription
from tests.architecture.access import MOVED, REST, row
from tests.core.topics import known


def mail(world):
    sent = OutboxMessage.objects.create(
        to=world.amina.email, kind="test", language="sv", subject="Hej", text="Hej", deliver_at=timezone.now()
    )
    return {"pk": sent.pk}


def topic(world):
    return {"topic": known().name}


def subscription(world):
    return {"key": Subscription.objects.create(topic=known().name, email="l@example.org", asked_at=timezone.now()).key}


ROWS = [
    row("security_txt", get={404: REST}),  # nobody is named in the tests' settings
    row("development:mails", get={200: REST}),
    row("development:mail", at=mail, get={200: REST}),
    row("development:mail_html", at=mail, get={200: REST}),
    row("subscriptions:subscribe", at=topic, get={200: REST}, post={200: REST}),
    row("subscriptions:asked", at=topic, get={200: REST}),
    row("subscriptions:subscription", at=subscription, get={200: REST}, post={MOVED: REST}),
    # Mail programs post; whoever holds the key may end it.
    row("subscriptions:end", at=subscription, get={405: REST}, post={MOVED: REST}),
    row("subscriptions:ended", get={200: REST}),
]
