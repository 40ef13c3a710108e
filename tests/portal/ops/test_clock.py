"""`manage.py clock`: what is due each minute."""

import logging
import os
import signal
import threading

import pytest
from django.core.management import call_command

from portal.ops.management.commands import clock


@pytest.mark.django_db
def test_once_does_what_is_due_and_ends(caplog):
    with caplog.at_level(logging.ERROR):
        call_command("clock", once=True)
    assert caplog.records == []


@pytest.mark.django_db
def test_command_that_fails_is_logged_and_stops_nothing_else(monkeypatch, caplog):
    monkeypatch.setattr(clock, "DUE", ("no_such_command", "publish_scheduled"))
    with caplog.at_level(logging.ERROR):
        call_command("clock", once=True)
    assert [record.getMessage() for record in caplog.records] == ["no_such_command failed"]


def test_clock_stops_when_asked(monkeypatch):
    monkeypatch.setattr(clock, "DUE", ())
    before = signal.getsignal(signal.SIGTERM)
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    call_command("clock")
    signal.signal(signal.SIGTERM, before)
