"""What the clock sends each minute."""

import pytest
from django.core import mail
from django.core.management import call_command

from portal.ops.management.commands import send_due
from tests.core.test_outbox import send

pytestmark = pytest.mark.django_db


def test_waiting_mail_is_delivered():
    message = send()

    call_command("send_due")

    assert [sent.to for sent in mail.outbox] == [[message.to]]


def test_one_failure_keeps_nothing_else_waiting(monkeypatch, caplog):
    def broken():
        raise ValueError("broken")

    monkeypatch.setattr(send_due, "DUE", (broken, *send_due.DUE))
    send()

    call_command("send_due")

    assert len(mail.outbox) == 1
    assert "broken" in caplog.text
