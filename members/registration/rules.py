"""Who may read and handle applications."""

import rules

from members.organisations.rules import is_coordinator
from portal.core.predicates import is_administrator

rules.add_perm("registration.view_application", is_coordinator | is_administrator)
rules.add_perm("registration.change_application", is_coordinator)
