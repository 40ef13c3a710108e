"""`manage.py accounts`: who can log in to the demonstration, and with what."""

import json

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.management import BaseCommand, CommandError
from django.db.models import Prefetch

from members.accounts.models import TotpDevice, User
from members.organisations.models import Membership
from portal.ops.seed.content.people import PASSWORD


class Command(BaseCommand):
    help = "Prints the demonstration accounts as a JSON list. In development only."

    def handle(self, **options):
        if not settings.DEVELOPMENT:
            raise CommandError("Accounts are listed in development only.")
        users = User.objects.filter(is_demonstration=True).prefetch_related(
            Prefetch("totp_devices", TotpDevice.objects.filter(confirmed=True).order_by("pk")),
            Prefetch("memberships", Membership.objects.current().select_related("organisation", "network")),
        )
        users = list(users.order_by("pk"))
        # One hash serves them all until somebody changes their password, and testing one is slow on purpose.
        opens = {digest: check_password(PASSWORD, digest) for digest in {user.password for user in users}}
        accounts = [_account(user, PASSWORD if opens[user.password] else None) for user in users]
        self.stdout.write(json.dumps(accounts, ensure_ascii=False, indent=2))


def _account(user, password):
    """What it takes to log in as this person, and what the person may do; no password if they have changed it."""
    memberships = sorted(user.memberships.all(), key=lambda membership: membership.pk)
    devices = list(user.totp_devices.all())
    return {
        "email": user.email,
        "name": user.name,
        "password": password,
        "roles": list(dict.fromkeys(membership.role for membership in memberships)),
        "organisation": next((membership.organisation.name for membership in memberships), ""),
        "network": ", ".join(membership.network.name for membership in memberships if membership.network),
        "totp_secret": devices[0].secret if devices else None,
    }
