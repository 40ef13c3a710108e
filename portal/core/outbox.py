"""Mail is written into the outbox within the change's own transaction and delivered after its commit."""

import json
import logging
import re
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
# How long a mail that was given up keeps its links, so that it can be sent again by hand.
RETRIED_WITHIN = timedelta(days=7)

# A part of an address, or a value in it, that nobody could guess: sixteen signs or more with a digit or a capital,
# and the = that fill up what is encrypted.
SECRET = re.compile(r"(?<=[/=])(?=[\w:.%-]*[A-Z0-9])[\w:.%-]{16,}=*(?=[/&\s\"'<>)\]}]|$)", re.ASCII)
ADDRESS = re.compile(r"https?://[^/\s\"'<>]+(/[^\s\"'<>]*)")
REMOVED = "borttagen"


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
        # Its words name the address: they stand with the mail, not in a log that outlives it.
        logger.warning("Mail %s was not delivered: %s", message.pk, type(error).__name__)
    else:
        message.state = DeliveryState.SENT
        message.sent_at = timezone.now()
        message.last_error = ""
        _remove_secrets(message)
    message.save(update_fields=["attempts", "last_error", "deliver_at", "state", "sent_at", "text", "html", "headers"])
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


def _remove_secrets(message):
    """Take what opens a door out of the copy that is kept: whoever reads the database, or a backup, gets in nowhere."""
    if settings.OUTBOX_KEEPS_LINKS:
        return
    message.text, message.html = without_secrets(message.text), without_secrets(message.html)
    message.headers = json.loads(without_secrets(json.dumps(message.headers)))


def without_secrets(text):
    """Return the text with the secret parts of its addresses removed; addresses without any stand as they are."""
    return ADDRESS.sub(lambda found: found[0].removesuffix(found[1]) + SECRET.sub(REMOVED, found[1]), text)


@transaction.atomic
def retry(message):
    """Try to deliver a mail that was given up once more; return whether it waits now.

    One whose secret link has been taken out is not sent: whoever asked for it asks anew.
    """
    message = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    if message.state != DeliveryState.FAILED or REMOVED in message.text:
        return False
    message.state, message.attempts, message.deliver_at = DeliveryState.WAITING, 0, timezone.now()
    message.save(update_fields=["state", "attempts", "deliver_at"])
    transaction.on_commit(deliver.enqueue)
    return True


@transaction.atomic
def bounced(*, message_id, reason):
    """Note that a delivered mail came back; return the message, or None for one that is not ours."""
    message = OutboxMessage.objects.select_for_update().filter(message_id=message_id).first()
    if message is not None:
        message.state, message.last_error = DeliveryState.FAILED, reason[:255]
        message.save(update_fields=["state", "last_error"])
    return message


def forget_old():
    """Delete the mails that were delivered, or given up, more than ninety days ago; return how many.

    Those given up a week ago lose their secret links.
    """
    failed = OutboxMessage.objects.filter(state=DeliveryState.FAILED)
    for message in failed.filter(deliver_at__lt=timezone.now() - RETRIED_WITHIN).exclude(text__contains=REMOVED):
        _remove_secrets(message)
        message.save(update_fields=["text", "html", "headers"])
    over = OutboxMessage.objects.exclude(state=DeliveryState.WAITING)
    return over.filter(deliver_at__lt=timezone.now() - KEPT).delete()[0]
