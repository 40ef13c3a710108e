"""Mails delivered before links were removed at delivery keep none either."""

import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage

TOKEN = "AbCdEfGhIjKlMnOpQr123"
ENCRYPTED = "gAAAAABnAbCdEfGhIjKlMn=="
LINK = f"https://x.se/valkommen/{TOKEN}/"

removing = importlib.import_module("portal.core.migrations.0006_old_mail_loses_its_links")
removing_encrypted = importlib.import_module("portal.core.migrations.0007_encrypted_links_leave_old_mail")

pytestmark = pytest.mark.django_db


def mail(number, **values):
    return OutboxMessage.objects.create(
        to="bo@lindasa.example",
        kind="members/organisations/email/invitation",
        language="sv",
        subject="Hej",
        text=f"Hej\n{LINK}\nhttps://x.se/inbjudan/\n",
        html=f'<a href="{LINK}">Hej</a>',
        headers={"List-Unsubscribe": f"<https://x.se/sluta-folja/{TOKEN}/>"},
        message_id=f"<{number}@x.se>",
        deliver_at=timezone.now(),
        **values,
    )


def test_delivered_and_bounced_mail_loses_its_links_and_what_waits_keeps_them(settings):
    settings.OUTBOX_KEEPS_LINKS = False
    sent = mail(1, state=DeliveryState.SENT, sent_at=timezone.now())
    bounced = mail(2, state=DeliveryState.FAILED, sent_at=timezone.now())
    waiting, given_up = mail(3), mail(4, state=DeliveryState.FAILED)
    removing.remove_links(apps, None)
    for message in (sent, bounced):
        message.refresh_from_db()
        assert message.text == "Hej\nhttps://x.se/valkommen/borttagen/\nhttps://x.se/inbjudan/\n"
        assert message.html == '<a href="https://x.se/valkommen/borttagen/">Hej</a>'
        assert message.headers == {"List-Unsubscribe": "<https://x.se/sluta-folja/borttagen/>"}
    for message in (waiting, given_up):
        message.refresh_from_db()
        assert LINK in message.text


def test_delivered_mail_loses_encrypted_links_too(settings):
    settings.OUTBOX_KEEPS_LINKS = False
    sent = mail(1, state=DeliveryState.SENT, sent_at=timezone.now())
    OutboxMessage.objects.update(text=f"Hej\nhttps://x.se/konto/e-post/angra/{ENCRYPTED}/\n")
    removing_encrypted.remove_links(apps, None)
    sent.refresh_from_db()
    assert sent.text == "Hej\nhttps://x.se/konto/e-post/angra/borttagen/\n"


def test_development_keeps_its_copies(settings):
    settings.OUTBOX_KEEPS_LINKS = True
    sent = mail(1, state=DeliveryState.SENT, sent_at=timezone.now())
    removing.remove_links(apps, None)
    sent.refresh_from_db()
    assert LINK in sent.text


def test_a_second_run_changes_nothing(settings, django_assert_num_queries):
    settings.OUTBOX_KEEPS_LINKS = False
    mail(1, state=DeliveryState.SENT, sent_at=timezone.now())
    removing.remove_links(apps, None)
    with django_assert_num_queries(1):
        removing.remove_links(apps, None)
