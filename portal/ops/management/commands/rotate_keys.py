from django.core.management.base import BaseCommand, CommandError

from portal.ops import rotating


class Command(BaseCommand):
    """Encrypt secrets by the newest key."""

    help = "Encrypts what is kept encrypted by the first of FIELD_ENCRYPTION_KEYS; then the others can be taken away."

    def handle(self, *args, **options):
        done = rotating.rotate()
        for field, (count, lost) in done.items():
            self.stdout.write(f"{field}: {count} encrypted anew" + (f", {lost} that no key opens" if lost else ""))
        if any(lost for _count, lost in done.values()):
            raise CommandError("Some of it no key opens: keep the old keys, or add the one that is missing.")
        self.stdout.write("All of it is encrypted by the first key.")
