"""Vouching for a colleague: who may is this app's to say, what follows is the account's."""

from django.db import transaction

from members.accounts import services as accounts
from members.organisations.enums import Role
from members.organisations.models import Membership


@transaction.atomic
def vouch(*, membership, by):
    """Begin the wait after which the colleague may set up new factors; the administrators are told."""
    return accounts.vouch(person=membership.user, by=by, tell=_administrators(), network=membership.network)


@transaction.atomic
def vouch_for_account(*, account, by):
    """The same for anybody with an account, in a network or not: an editor, a coordinator, another administrator."""
    return accounts.vouch(person=account, by=by, tell=_administrators())


def _administrators():
    held = Membership.objects.current().filter(role=Role.ADMINISTRATOR, user__is_active=True)
    return {row.user_id: row.user for row in held.select_related("user")}.values()
