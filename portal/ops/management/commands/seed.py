"""`manage.py seed`: the demonstration."""

import contextlib
import logging

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.module_loading import import_string
from django_tasks_db import DatabaseBackend

from portal.ops import seed


class Command(BaseCommand):
    help = "Fills an empty database with the demonstration. In a database that holds anything it does nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--move", action="store_true", help="If it is filled already: move the dates of unedited rows to this week."
        )

    def handle(self, *, move, **options):
        if not settings.DEVELOPMENT:
            raise CommandError("The demonstration is for development only: nothing was done.")
        if seed.is_empty():
            with quiet("wagtail"):
                world = seed.fill()
                do_background_work()
            self.stdout.write(
                f"Seeded {len(world.networks)} networks, {len(world.organisations)} invented organisations "
                f"and {len(world.people)} accounts."
            )
        elif move:
            moved, stayed = seed.move()
            self.stdout.write(f"Moved {moved} rows to this week; {stayed} have been edited and stay as they are.")
        else:
            self.stdout.write("The database is not empty: nothing was seeded. `make seed` moves its dates.")


def do_background_work():
    """Index what was seeded now: left to the worker, search would miss it for a while and mail would wait its turn."""
    if issubclass(import_string(settings.TASKS["default"]["BACKEND"]), DatabaseBackend):
        call_command("db_worker", "--batch", "--queue-name=*", "--no-startup-delay", verbosity=0)


@contextlib.contextmanager
def quiet(name):
    """Let the logger say nothing but warnings for a while: a line for each page would drown the rest."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)
