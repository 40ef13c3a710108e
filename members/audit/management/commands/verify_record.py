import re

from django.core.management.base import BaseCommand, CommandError

from members.audit import services

NOTED = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})")


class Command(BaseCommand):
    """Verify the chain of the record."""

    help = (
        "Verifies that no record of what was done has been changed, removed or slipped in, and prints where the chain "
        "ends. Note that outside the portal, and give it to --expect another day."
    )

    def add_arguments(self, parser):
        parser.add_argument("--expect", metavar="NUMBER:DIGEST", help="An end of the chain that was noted before.")

    def handle(self, *args, expect, **options):
        noted = NOTED.fullmatch(expect) if expect else None
        if expect and noted is None:
            raise CommandError("--expect takes NUMBER:DIGEST as verify_record printed it.")
        verdict = services.verify(expected=(int(noted[1]), noted[2]) if noted else None)
        if verdict.fault:
            raise CommandError(f"The chain is broken: {verdict.fault}.")
        self.stdout.write(f"The chain is whole: {verdict.records} record(s).")
        self.stdout.write(f"It ends in {verdict.number}:{verdict.digest}")
