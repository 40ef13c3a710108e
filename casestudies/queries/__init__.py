"""What the list of examples, the page of one, and the feeds read."""

from casestudies.queries.comparing import comparison, to_compare
from casestudies.queries.examples import TEXTS, cards, latest, levels_explained, published
from casestudies.queries.facets import FACETS, LIST, MATCH, ORDERS, VIEWS, choice_in, choice_of
from casestudies.queries.listing import listing, matching
from casestudies.queries.public_data import data_of
from casestudies.queries.reading import documents, related, related_to, titled, uses, words_in_form, words_of

__all__ = [
    "FACETS",
    "LIST",
    "MATCH",
    "ORDERS",
    "TEXTS",
    "VIEWS",
    "cards",
    "choice_in",
    "choice_of",
    "comparison",
    "data_of",
    "documents",
    "latest",
    "levels_explained",
    "listing",
    "matching",
    "published",
    "related",
    "related_to",
    "titled",
    "to_compare",
    "uses",
    "words_in_form",
    "words_of",
]
