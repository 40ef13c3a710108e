"""What the pages of the public site read."""

from home.queries.decision import decision, forwarding
from home.queries.documents import calendar, invitation_of, sheet
from home.queries.invitation import (
    AFTERWARDS,
    FACTS,
    events,
    invitations,
    named_invitation,
    open_invitation,
    registration,
)
from home.queries.network import invitation_to, map_of, network_pages, participants
from home.queries.news import news
from home.queries.search import KINDS, by_kind, findable, mapped, pages_in_order, search, with_translations

__all__ = [
    "AFTERWARDS",
    "FACTS",
    "KINDS",
    "by_kind",
    "calendar",
    "decision",
    "events",
    "findable",
    "forwarding",
    "invitation_of",
    "invitation_to",
    "invitations",
    "map_of",
    "mapped",
    "named_invitation",
    "network_pages",
    "news",
    "open_invitation",
    "pages_in_order",
    "participants",
    "registration",
    "search",
    "sheet",
    "with_translations",
]
