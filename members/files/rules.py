"""Who may read a private file: whoever its owner's rule says."""

import rules

from members.files.registry import may_read

rules.add_perm("files.view_privatefile", rules.predicate(lambda user, file: file is not None and may_read(user, file)))
