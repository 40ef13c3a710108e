"""Who may see a passkey or an identity, and who says how organisations sign on."""

import rules

from members.accounts.rules import is_own_device
from portal.core.predicates import is_administrator

rules.add_perm("signon.view_passkey", is_own_device)
rules.add_perm("signon.view_identity", is_own_device)
rules.add_perm("signon.view_provider", is_administrator)
rules.add_perm("signon.administer_provider", is_administrator)
