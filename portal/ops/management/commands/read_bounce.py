import sys

from django.core.management.base import BaseCommand

from portal.core import outbox
from portal.core.bounces import MAX_BYTES, read_bounce


class Command(BaseCommand):
    """Read a bounced mail from standard input, as a mail server pipes it."""

    help = "Reads a mail server's report of a failed delivery from standard input, and notes it in the outbox."

    def handle(self, *args, **options):
        found = read_bounce(sys.stdin.buffer.read(MAX_BYTES))
        message = found and outbox.bounced(message_id=found[0], reason=found[1])
        # Not an error: a mail server would send the report back to itself.
        self.stdout.write(f"Mail {message.pk} came back." if message else "No mail of the portal.")
