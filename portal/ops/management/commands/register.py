"""`manage.py register`: the official list of municipalities and regions, into the register of organisations."""

from django.core.management import BaseCommand

from portal.ops import register


class Command(BaseCommand):
    help = "Loads the official list of municipalities and regions. Running it again adds and corrects, never removes."

    def handle(self, **options):
        added, changed = register.load()
        self.stdout.write(f"Register of organisations: {added} added, {changed} corrected.")
