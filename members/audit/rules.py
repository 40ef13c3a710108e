"""Who may read the record."""

import rules

from portal.core.predicates import is_administrator

rules.add_perm("audit.view_record", is_administrator)
