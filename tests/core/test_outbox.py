"""The outbox: written with the change, delivered after it, never twice."""

import datetime
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from portal.core import outbox
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db

TEMPLATE = "members/registration/email/receipt"


def send(**changes):
    person = ApplicationPersonFactory()
    context = {"application": person.application, "network": person.application.network, "person": person}
    return outbox.send(**{"to": person.email, "template": TEMPLATE, "context": context, **changes})


def test_send_writes_now_and_delivers_after_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = send()
        assert mail.outbox == []

    message.refresh_from_db()
    assert message.state == DeliveryState.SENT
    assert [sent.to for sent in mail.outbox] == [[message.to]]
    assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id
    assert mail.outbox[0].alternatives[0].mimetype == "text/html"


def test_delivered_mail_is_not_delivered_again():
    send()
    assert outbox.deliver_due() == 1
    assert outbox.deliver_due() == 0
    assert len(mail.outbox) == 1


def test_same_key_writes_one_mail():
    assert send(dedup="once") is not None
    assert send(dedup="once") is None


def test_user_gets_the_mail_in_their_language(world):
    world.amina.language = "en"

    message = send(to=world.amina)

    assert (message.language, message.recipient) == ("en", world.amina)


def test_delayed_mail_waits():
    send(delay=datetime.timedelta(minutes=2))

    assert outbox.deliver_due() == 0


def test_mail_server_that_is_down_loses_nothing(monkeypatch):
    message = send()

    def down(self, messages):
        raise ConnectionRefusedError("down")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", down)
        assert outbox.deliver_due() == 0
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == (DeliveryState.WAITING, 1, "down")
    assert message.deliver_at > timezone.now()

    OutboxMessage.objects.update(deliver_at=timezone.now())
    assert outbox.deliver_due() == 1
    assert len(mail.outbox) == 1


def test_log_names_no_address_when_a_server_refuses_one(monkeypatch, caplog):
    message = send()

    def refused(self, messages):
        raise SMTPRecipientsRefused({message.to: (550, b"no such mailbox")})

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refused)
        outbox.deliver_due()
    message.refresh_from_db()
    assert message.to in message.last_error
    assert caplog.messages == [f"Mail {message.pk} was not delivered: SMTPRecipientsRefused"]


def test_mail_that_cannot_be_written_keeps_no_other_waiting():
    broken = send(headers={"List-Unsubscribe": "<https://portal.example>\r\nBcc: x@evil.example"})
    send()

    assert outbox.deliver_due() == 1
    broken.refresh_from_db()
    assert (broken.state, broken.attempts) == (DeliveryState.WAITING, 1)
    assert broken.deliver_at > timezone.now()


def test_mail_is_given_up_after_eight_tries(monkeypatch):
    message = send()
    OutboxMessage.objects.update(attempts=outbox.MAX_ATTEMPTS - 1)

    def down(self, messages):
        raise ConnectionRefusedError("down")

    monkeypatch.setattr(EmailBackend, "send_messages", down)
    outbox.deliver_due()

    message.refresh_from_db()
    assert message.state == DeliveryState.FAILED
    assert str(message) == message.subject


def test_mail_taken_by_another_worker_is_left_alone():
    message = send()
    OutboxMessage.objects.update(state=DeliveryState.SENT)

    assert outbox._deliver_one(message.pk) == 0


def test_mail_without_html_goes_as_text():
    send()
    OutboxMessage.objects.update(html="")

    outbox.deliver_due()

    assert mail.outbox[0].alternatives == []
