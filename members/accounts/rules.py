"""Who may see and change an account."""

import rules

from portal.core.predicates import is_administrator


@rules.predicate
def is_oneself(user, account):
    """The account is the person's own."""
    return account is not None and user.pk == account.pk


rules.add_perm("accounts.view_user", is_oneself | is_administrator)
rules.add_perm("accounts.change_user", is_oneself | is_administrator)
