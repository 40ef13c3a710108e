"""What the clock sends each minute."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from members.accounts.models import Session
from members.notifications.models import Notification
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from portal.ops.management.commands import send_due
from tests.core.test_outbox import send
from tests.factories.notifications import NotificationFactory

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


def test_what_has_had_its_time_is_deleted(world):
    now = timezone.now()
    for days in (1, 89, 91):
        sent = {"state": DeliveryState.SENT, "deliver_at": now - timedelta(days=days)}
        OutboxMessage.objects.filter(pk=send().pk).update(**sent)
    for days in (179, 181):
        NotificationFactory(user=world.bo, created_at=now - timedelta(days=days))
    for days in (6, 8):
        work = {"task_path": "x", "args_kwargs": {}, "exception_class_path": "", "traceback": ""}
        done = {"status": TaskResultStatus.SUCCESSFUL, "finished_at": now - timedelta(days=days)}
        DBTaskResult.objects.create(backend_name="default", **work, **done)
    for days in (-1, 1):
        Session.objects.create(session_key=f"key{days}", session_data="", expire_date=now - timedelta(days=days))

    call_command("send_due")

    left = [model.objects.count() for model in (OutboxMessage, Notification, DBTaskResult, Session)]
    assert left == [2, 1, 1, 1]
