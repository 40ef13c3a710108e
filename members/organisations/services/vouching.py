"""Vouching for a colleague: who may is this app's to say, what follows is the account's."""

from django.db import transaction

from members.accounts import services as accounts
from members.organisations.enums import Role
from members.organisations.models import Membership


@transaction.atomic
def vouch(*, membership, by):
    """Begin the wait after which the colleague may set up new factors; the administrators are told."""
    held = Membership.objects.current().filter(role=Role.ADMINISTRATOR, user__is_active=True)
    administrators = {row.user_id: row.user for row in held.select_related("user")}
    return accounts.vouch(person=membership.user, by=by, tell=administrators.values(), network=membership.network)
