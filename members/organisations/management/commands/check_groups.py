from django.core.management.base import BaseCommand, CommandError

from members.organisations import services


class Command(BaseCommand):
    """Compare Wagtail's groups with today's memberships."""

    help = "Compares Wagtail's groups with today's memberships; fails on a difference, or mends it with --repair."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="Mend what differs.")

    def handle(self, *args, repair, **options):
        if repair:
            count = services.repair_groups()
            self.stdout.write(f"{count} account(s) repaired.")
            return
        drift = services.find_drift()
        if drift:
            ids = ", ".join(f"#{user.pk}" for user in drift)
            raise CommandError(f"Groups differ from memberships for {ids}. Run check_groups --repair.")
        self.stdout.write("Groups follow memberships.")
