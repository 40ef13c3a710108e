"""The kinds of notice: each app registers its own in apps.py."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of notice.

    `label` names it among the settings; `news` says what has happened, above the title of the thing;
    `may_see(user, key)` is asked when the notice is made and its mail written: whoever has lost access in the
    meantime is told nothing.
    """

    name: str
    label: str
    news: str
    may_see: Callable


_kinds = {}


def register(name, *, label, may_see, news=None):
    """Make the kind known. `news` may be an ngettext_lazy on `count`. Raises ValueError when the name is taken."""
    kind = Kind(name=name, label=label, news=news or label, may_see=may_see)
    if name in _kinds and _kinds[name].may_see is not may_see:
        raise ValueError(f"The kind of notice {name!r} is registered twice.")
    _kinds[name] = kind


def kind_named(name):
    """Return the kind. Raises LookupError for one that no app has registered."""
    try:
        return _kinds[name]
    except KeyError as error:
        raise LookupError(f"No app has registered the kind of notice {name!r}.") from error


def find_kind(name):
    """Return the kind, or None for one that is no more: notices outlive the code that made them."""
    return _kinds.get(name)


def kinds():
    """Return all kinds, in the order of their names."""
    return [_kinds[name] for name in sorted(_kinds)]


def key_of(obj):
    """Return the key that stands for a thing, such as "forum.thread:12"."""
    return f"{obj._meta.label_lower}:{obj.pk}"


def pk_in(key):
    """Return the primary key that stands in a key of `key_of`."""
    return int(key.rpartition(":")[2])
