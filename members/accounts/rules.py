"""Who may see and change an account."""

import rules

from portal.core.predicates import is_administrator


@rules.predicate
def is_oneself(user, account):
    """The account is the person's own."""
    return account is not None and user.pk == account.pk


@rules.predicate
def is_own_device(user, device):
    """The authenticator app, or the session, is the person's own."""
    return device is not None and user.pk == device.user_id


@rules.predicate
def is_open_account(user, account):
    """The account is not closed."""
    return account is not None and account.is_active


rules.add_perm("accounts.view_user", is_oneself | is_administrator)
rules.add_perm("accounts.change_user", is_oneself)
rules.add_perm("accounts.administer_user", is_administrator)
# Whoever has lost every factor may be in no network; nobody vouches for themselves.
rules.add_perm("accounts.vouch_user", is_administrator & ~is_oneself & is_open_account)
rules.add_perm("accounts.add_user", rules.always_false)
rules.add_perm("accounts.delete_user", rules.always_false)
rules.add_perm("accounts.view_totpdevice", is_own_device)
rules.add_perm("accounts.view_remembereddevice", is_own_device)
rules.add_perm("accounts.view_session", is_own_device)
