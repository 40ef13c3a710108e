from django.core.management.base import BaseCommand

from portal.ops import idle, retention


class Command(BaseCommand):
    """Delete what has had its time, and erase the accounts that nobody takes part with any more."""

    help = (
        "Deletes what has had its time by RETENTION_DAYS and ACCOUNT_DAYS, and tells how many. The clock does it too."
    )

    def handle(self, *args, **options):
        counts = retention.purge()
        if erased := idle.erase_due():
            counts["accounts.User"] = erased
        for label, count in counts.items():
            self.stdout.write(f"{label}: {count}")
