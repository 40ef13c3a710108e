from django.core.management.base import BaseCommand

from portal.ops import retention


class Command(BaseCommand):
    """Delete what has had its time."""

    help = "Deletes what has had its time by RETENTION_DAYS, and tells how many. The clock does it too."

    def handle(self, *args, **options):
        for label, count in retention.purge().items():
            self.stdout.write(f"{label}: {count}")
