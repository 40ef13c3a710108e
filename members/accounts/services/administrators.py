"""Somebody has to look after the portal: the last administrator neither leaves nor is closed."""

from members.accounts.querysets import administrating, is_last_administrator


class LastAdministrator(Exception):
    """Nobody else is administrator today: somebody has to be made one first."""


def keep_an_administrator(*, person):
    """Raise LastAdministrator if nobody else looks after the portal; call it in the transaction of what ends the role.

    Two administrators who end each other at the same moment stand in line here: the second one is refused.
    """
    held = administrating(person).select_for_update(of=("self",))
    list(held.order_by("pk").values_list("pk", flat=True))
    # Asked anew: what the lock waited for may have closed an account.
    if is_last_administrator(person):
        raise LastAdministrator
