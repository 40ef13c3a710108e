"""The one class on which each network-owned listing in Wagtail admin builds.

Wagtail admin scopes by model, not by row: with a plain SnippetViewSet a coordinator of one network could read and
publish another's meeting. `ScopedSnippetViewSet` puts a gate before every one of its URL patterns, Wagtail's future
ones included: a row outside the person's own is 404 by GET and POST, whatever the view behind would have done.
"""

from portal.core.viewsets.bulk_actions import OneByOne, OwnRowsAlone, ScopedBulkAction, ScopedDeleteBulkAction, listed
from portal.core.viewsets.forms import ScopedFilterSet, ScopedFormMixin
from portal.core.viewsets.gate import ACTIONS, gated
from portal.core.viewsets.snippets import ScopedSnippetViewSet, scoped_models

__all__ = [
    "ACTIONS",
    "OneByOne",
    "OwnRowsAlone",
    "ScopedBulkAction",
    "ScopedDeleteBulkAction",
    "ScopedFilterSet",
    "ScopedFormMixin",
    "ScopedSnippetViewSet",
    "gated",
    "listed",
    "scoped_models",
]
