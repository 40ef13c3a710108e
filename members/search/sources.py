"""The explicit list of what is searched, in the order in which it is shown.

An app offers a function in its search.py: `search_things(*, user, words, limit)` returns at most `limit` Hits
(portal.core.textsearch), through `visible_to(user)`, so that a search finds what the person may open and no more.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from members.assignments.search import search_assignments
from members.forum.search import search_posts
from members.meetings.search import search_materials, search_meetings
from members.organisations.search import search_people


@dataclass(frozen=True)
class Source:
    """One app's offer: `name` is what the address calls it, `label` what the page does."""

    name: str
    label: str
    search: Callable


SOURCES = (
    Source("forum", _("Forum"), search_posts),
    Source("traffar", _("Träffar"), search_meetings),
    Source("material", _("Material"), search_materials),
    Source("uppgifter", _("Mellan träffarna"), search_assignments),
    Source("deltagare", _("Deltagare"), search_people),
)
