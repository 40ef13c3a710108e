"""What is kept of a delivered mail opens no door; what was given up may be tried again by hand; bounces are noted."""

import datetime
import io
import sys

import pytest
from django.core.management import call_command
from django.utils import timezone

from members.organisations import services
from portal.core import outbox
from portal.core.bounces import read_bounce
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage


@pytest.fixture
def production(settings):
    """Delivered mails are kept without their links."""
    settings.OUTBOX_KEEPS_LINKS = False


@pytest.fixture
def invited(world, db):
    """An invitation's mail that waits for the worker."""
    services.invite(email="ny@norrvik.example", organisation=world.norrvik, network=world.network, by=world.david)
    return OutboxMessage.objects.get()


def test_delivered_mail_keeps_no_link_that_opens_a_door(production, invited, mailoutbox):
    assert "/valkommen/" in invited.text
    outbox.deliver_due()
    invited.refresh_from_db()
    sent = mailoutbox[0].body
    token = sent.split("/valkommen/")[1].split("/")[0]
    assert len(token) == 43
    for kept in (invited.text, invited.html):
        assert token not in kept
        assert "/valkommen/borttagen/" in kept
    assert "Norrviks kommun" in invited.text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://x.se/nytt/MQ/c7h2-1f0e9d8c7b6a5f4e3d2c1b0a/ nu", "https://x.se/nytt/MQ/borttagen/ nu"),
        ('<a href="https://x.se/en/a/eyJhIjoxfQ:1tX:aB-c_dEfGhIjK/">', '<a href="https://x.se/en/a/borttagen/">'),
        ("https://x.se/a?nyckel=AbCdEfGhIjKlMnOpQr&b=1", "https://x.se/a?nyckel=borttagen&b=1"),
        ("https://x.se/a?nyckel=AbCdEfGhIjKlMnOpQr", "https://x.se/a?nyckel=borttagen"),
        ("https://x.se/bekrafta/gAAAAABnAbCdEfGhIj==/", "https://x.se/bekrafta/borttagen/"),
        ("https://x.se/bekrafta/gAAAAABnAbCdEfGhIj=/", "https://x.se/bekrafta/borttagen/"),
        ("https://x.se/bekrafta/gAAAAABnAbCdEfGhIj/", "https://x.se/bekrafta/borttagen/"),
        ("https://x.se/a?nyckel=gAAAAABnAbCdEfGhIj==", "https://x.se/a?nyckel=borttagen"),
        ("https://x.se/inbjudan/forebyggande-arbete-mot-radikalisering/", None),
        ("Portalen för AbCdEfGhIjKlMnOpQrStUv", None),
        ("https://x.se/deltagare/utskick/12/", None),
    ],
)
def test_secrets_are_told_from_other_addresses(text, kept):
    assert outbox.without_secrets(text) == (kept or text)


def test_headers_lose_their_secrets_too(production, world):
    token = "AbCdEfGhIjKlMnOpQr123"
    headers = {"List-Unsubscribe": f"<https://x.se/sluta-folja/{token}/>"}
    template = "members/organisations/email/membership_ended"
    message = outbox.send(to=world.bo, template=template, context={"name": "Bo"}, headers=headers)
    outbox.deliver_due()
    message.refresh_from_db()
    assert message.headers == {"List-Unsubscribe": "<https://x.se/sluta-folja/borttagen/>"}


def given_up(message, days=0):
    at = timezone.now() - datetime.timedelta(days=days)
    OutboxMessage.objects.filter(pk=message.pk).update(state=DeliveryState.FAILED, attempts=8, deliver_at=at)
    message.refresh_from_db()
    return message


def test_given_up_mail_is_tried_again_once(production, invited, mailoutbox, django_capture_on_commit_callbacks):
    message = given_up(invited)
    with django_capture_on_commit_callbacks(execute=True):
        assert (outbox.retry(message), outbox.retry(message)) == (True, False)
    assert len(mailoutbox) == 1
    assert "borttagen" not in mailoutbox[0].body


def test_given_up_mail_loses_its_link_after_a_week(production, invited):
    outbox.forget_old()
    assert "borttagen" not in given_up(invited, days=6).text
    outbox.forget_old()
    assert "borttagen" not in given_up(invited, days=8).text
    outbox.forget_old()
    invited.refresh_from_db()
    assert "/valkommen/borttagen/" in invited.text
    assert not outbox.retry(invited)


BOUNCE = """From: MAILER-DAEMON@mail.example
To: portalen@x.se
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

Sorry.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; bo@lindasa.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--B
Content-Type: {kind}

From: portalen@x.se
Message-ID: {message_id}
Subject: Hej

--B--
"""


def bounce(message_id="<a@x.se>", action="failed", kind="message/rfc822"):
    return BOUNCE.format(message_id=message_id, action=action, kind=kind).encode()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_bounce_names_the_mail_and_says_why(kind):
    assert read_bounce(bounce(kind=kind)) == ("<a@x.se>", "smtp; 550 5.1.1 User unknown")


@pytest.mark.parametrize("content", [b"", b"Hej", b"\xff\x00", bounce(action="delayed"), bounce(message_id="")])
def test_what_is_no_failure_is_none(content):
    assert read_bounce(content) is None


def test_bounced_mail_is_shown_as_lost(invited, monkeypatch, capsys):
    outbox.deliver_due()
    for message_id, told in (
        (invited.message_id, f"Mail {invited.pk} came back."),
        ("<b@x>", "No mail of the portal."),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bounce(message_id=message_id))))
        call_command("read_bounce")
        assert told in capsys.readouterr().out
    invited.refresh_from_db()
    assert (invited.state, invited.last_error) == (DeliveryState.FAILED, "smtp; 550 5.1.1 User unknown")
