"""Mail is written into the outbox within the change's own transaction and delivered after its commit."""

import logging
import uuid
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 8
FIRST_RETRY = timedelta(minutes=1)
KEPT = timedelta(days=90)


def send(*, to, template, context=None, language=None, dedup=None, reply_to="", delay=None, headers=None):
    """Write one mail into the outbox; it is delivered after commit.

    `to` is a user or an address. `template` names `<template>.subject.txt`, `.txt` and `.html`, rendered now,
    in `language`, else the user's, else Swedish. With `dedup` a second call with the same key writes nothing.
    `headers` are the mail's own, such as List-Unsubscribe.
    Returns the OutboxMessage, or None when the key had been used.
    """
    address = to if isinstance(to, str) else to.email
    recipient = None if isinstance(to, str) else to
    language = language or getattr(to, "language", "") or settings.LANGUAGE_CODE
    if dedup and OutboxMessage.objects.filter(dedup=dedup).exists():
        return None
    full = {"site_url": settings.SITE_URL, "language": language, "recipient": recipient, **(context or {})}
    with translation.override(language):
        subject = " ".join(render_to_string(f"{template}.subject.txt", full).split())
        text = render_to_string(f"{template}.txt", full).strip() + "\n"
        html = render_to_string(f"{template}.html", {**full, "subject": subject})
    message = OutboxMessage.objects.create(
        to=address,
        recipient=recipient,
        kind=template,
        language=language,
        subject=subject[:255],
        text=text,
        html=html,
        reply_to=reply_to,
        headers=headers or {},
        dedup=dedup,
        message_id=f"<{uuid.uuid4().hex}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>",
        deliver_at=timezone.now() + (delay or timedelta()),
    )
    transaction.on_commit(deliver.enqueue)
    return message


_checks = {}


def recheck(template, *, still):
    """Ask `still(message)` of each mail of this template right before it is delivered; one with a no is dropped.

    A mail may have waited for hours for a mail server: whoever has left in the meantime reads nothing more.
    """
    _checks[template] = still


@task()
def deliver():
    """Deliver what is due; what fails waits twice as long each time, and is given up after eight tries."""
    return deliver_due()


def deliver_due(*, limit=200):
    """Deliver at most `limit` due mails, each in a transaction of its own; return how many were sent."""
    due = OutboxMessage.objects.filter(state=DeliveryState.WAITING, deliver_at__lte=timezone.now())
    sent = 0
    for pk in list(due.order_by("deliver_at", "pk").values_list("pk", flat=True)[:limit]):
        sent += _deliver_one(pk)
    return sent


@transaction.atomic
def _deliver_one(pk):
    waiting = OutboxMessage.objects.select_for_update(skip_locked=True)
    message = waiting.filter(pk=pk, state=DeliveryState.WAITING).first()
    if message is None:
        return 0
    message.attempts += 1
    try:
        if message.kind in _checks and not _checks[message.kind](message):
            message.delete()
            return 0
        _hand_over(message)
    except Exception as error:  # noqa: BLE001 (a mail that cannot even be written must not stop those behind it)
        message.last_error = str(error)[:255]
        message.deliver_at = timezone.now() + FIRST_RETRY * 2 ** (message.attempts - 1)
        if message.attempts >= MAX_ATTEMPTS:
            message.state = DeliveryState.FAILED
        logger.warning("Mail %s was not delivered: %s", message.pk, error)
    else:
        message.state = DeliveryState.SENT
        message.sent_at = timezone.now()
        message.last_error = ""
    message.save(update_fields=["attempts", "last_error", "deliver_at", "state", "sent_at"])
    return int(message.state == DeliveryState.SENT)


def _hand_over(message):
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.to],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={**message.headers, "Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
        connection=get_connection(),
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    mail.send()


def forget_old():
    """Delete the mails that were delivered, or given up, more than ninety days ago; return how many."""
    over = OutboxMessage.objects.exclude(state=DeliveryState.WAITING)
    return over.filter(deliver_at__lt=timezone.now() - KEPT).delete()[0]
