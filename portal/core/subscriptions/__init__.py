"""Mail about a topic to whoever asked for it: confirmed by a link, ended with one click that acts on POST only.

An app registers its topics in apps.py and tells of news with `tell`. An address that is not confirmed gets nothing but
the question, at most once an hour, and is forgotten after a week.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from portal.core import outbox
from portal.core.fields import decrypt
from portal.core.models import Subscription

UNCONFIRMED_FOR = datetime.timedelta(days=7)
ASK_AGAIN_AFTER = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Topic:
    """What one may subscribe to: `title` and `text` say it to a reader, `back` is the path of the page it is about."""

    name: str
    title: str
    text: str
    back: str
    # Whether it can be subscribed to now; what has been confirmed stays either way.
    is_open: Callable = lambda: True


_topics = {}


def register(topic):
    """Let readers subscribe to the topic. Raises ValueError for a name that is taken."""
    if topic.name in _topics:
        raise ValueError(f"The topic {topic.name!r} is registered twice.")
    _topics[topic.name] = topic


def topic_named(name):
    """Return the topic. Raises LookupError for one that no app has registered."""
    return _topics[name]


@task()
def take_in(topic_name, sealed, language):
    """Do what `subscribe` does, in the background: the page then takes as long whether or not the address is known.

    The address is sealed: tasks are kept for a week, for longer than many a subscription.
    """
    subscribe(topic=topic_named(topic_name), email=decrypt(sealed), language=language)


@transaction.atomic
def subscribe(*, topic, email, language):
    """Ask the address whether it wants mail about the topic; what is confirmed already is told so by the same mail.

    The one who asks learns nothing of whether the address was known.
    """
    email, now = email.strip().lower(), timezone.now()
    found, is_new = Subscription.objects.select_for_update().get_or_create(
        topic=topic.name, email=email, defaults={"language": language, "asked_at": now}
    )
    if not is_new and found.asked_at > now - ASK_AGAIN_AFTER:
        return
    found.asked_at = now
    found.save(update_fields=["asked_at"])
    outbox.send(
        to=email,
        template="subscriptions/email/confirm",
        context={"topic": topic, "subscription": found, "action_url": address(found, language)},
        language=language,
    )


@transaction.atomic
def confirm(*, subscription):
    """The address said yes. Saying it again changes nothing."""
    if subscription.confirmed_at is None:
        subscription.confirmed_at = timezone.now()
        subscription.save(update_fields=["confirmed_at"])


@transaction.atomic
def end(*, key):
    """Forget the subscription, whoever holds its key; one that has ended already is no error."""
    Subscription.objects.filter(key=key).delete()


@transaction.atomic
def tell(*, topic_name, template, context, dedup):
    """Write the mail to everybody who has confirmed, in their language; returns how many were written.

    `dedup` names the piece of news: nobody hears of it twice. The template extends subscriptions/email/base.html.
    """
    told = 0
    for row in Subscription.objects.filter(topic=topic_name, confirmed_at__isnull=False).order_by("pk"):
        out = address(row, row.language)
        full = {"topic": topic_named(topic_name), "manage_url": out, **context}
        one_click = f"{settings.SITE_URL}{_path('subscriptions:end', row.language, row.key)}"
        headers = {"List-Unsubscribe": f"<{one_click}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        message = outbox.send(
            to=row.email, template=template, context=full, language=row.language,
            dedup=f"{dedup}:{row.pk}", headers=headers,
        )  # fmt: skip
        told += message is not None
    return told


def address(subscription, language):
    """Return the address where the subscription is confirmed and ended; it stands in its own mails only."""
    return f"{settings.SITE_URL}{_path('subscriptions:subscription', language, subscription.key)}"


def _path(name, language, *args):
    with translation.override(language):
        return reverse(name, args=args)


def forget_unconfirmed():
    """Delete what nobody has confirmed in a week; returns how many."""
    old = Subscription.objects.filter(confirmed_at=None, asked_at__lt=timezone.now() - UNCONFIRMED_FOR)
    return old.delete()[0]
