"""Asking the sources."""

from dataclasses import dataclass

PER_SOURCE = 5
MOST = 50


@dataclass(frozen=True)
class Group:
    """What one source found; `has_more` says that there is more than is shown."""

    source: object
    hits: list
    has_more: bool


def search(sources, *, user, words, limit):
    """Return a group for each source that found something."""
    groups = []
    for source in sources:
        hits = source.search(user=user, words=words, limit=limit + 1)
        if hits:
            groups.append(Group(source, hits[:limit], len(hits) > limit))
    return groups
