"""`manage.py begin`: the first day of a portal in production."""

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from portal.ops import beginning


class Command(BaseCommand):
    help = (
        "Makes what an empty portal needs: pages, the official list of municipalities and regions, the founding "
        "network, and an administrator, who gets a link by mail. In a portal that has pages it does nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--administrator", required=True, metavar="ADDRESS", help="Who is to get the link.")
        parser.add_argument("--organisation", required=True, help="The administrator's organisation, by its full name.")

    def handle(self, *, administrator, organisation, **options):
        try:
            validate_email(administrator)
            invitation = beginning.begin(email=administrator, organisation_name=organisation)
        except ValidationError as error:
            raise CommandError(f"{administrator} is no e-mail address.") from error
        except beginning.HasBegun as error:
            raise CommandError("The portal has pages already: nothing was done.") from error
        self.stdout.write(
            f"The portal has its pages. A link to join is on its way to {invitation.email}, valid until "
            f"{invitation.expires_at:%Y-%m-%d}. The pages of text are drafts: read, change and publish them."
        )
