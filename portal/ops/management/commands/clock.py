"""`manage.py clock`: does each minute what is due by then."""

import logging
import signal
import threading
import time

from django.core.management import BaseCommand, call_command
from django.db import close_old_connections

logger = logging.getLogger(__name__)

# Reminders and digests; pages whose hour to be published or taken down has come; sessions that have ended.
DUE = ("send_due", "publish_scheduled", "clearsessions")
INTERVAL = 60  # seconds


class Command(BaseCommand):
    help = "Runs send_due, publish_scheduled and clearsessions once a minute. One clock is enough; two do no harm."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do what is due now, and end.")

    def handle(self, *, once, **options):
        if once:
            strike()
            return
        stop = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        while not stop.is_set():
            strike()
            close_old_connections()  # a minute is long: the next strike finds a connection that works
            stop.wait(INTERVAL - time.time() % INTERVAL)


def strike():
    """Run each command; one that fails is logged and keeps neither the others nor the next minute."""
    for command in DUE:
        try:
            call_command(command)
        except Exception:
            logger.exception("%s failed", command)
