"""Who may read a private file: whoever its owner's rule says."""

import rules

from members.files.registry import may_read


@rules.predicate
def owner_lets_read(user, file):
    """The app that the file belongs to lets the person read it."""
    return file is not None and may_read(user, file)


rules.add_perm("files.view_privatefile", owner_lets_read)
