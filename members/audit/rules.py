"""Who may read the record."""

import rules

from portal.core.predicates import is_administrator

rules.add_perm("audit.view_record", is_administrator)
# Records are written by services.record and by nothing else; they are never changed.
for _verb in ("add", "change", "delete"):
    rules.add_perm(f"audit.{_verb}_record", rules.always_false)
