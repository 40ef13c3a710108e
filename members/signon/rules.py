"""Who may see a passkey."""

import rules

from members.accounts.rules import is_own_device

rules.add_perm("signon.view_passkey", is_own_device)
