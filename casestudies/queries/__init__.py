"""What the list of examples, the page of one, and the feed read."""

from casestudies.queries.examples import TEXTS, cards, latest, published
from casestudies.queries.facets import FACETS, chosen_values
from casestudies.queries.listing import levels_of, listing
from casestudies.queries.reading import documents, related, titled, words_in_form, words_of

__all__ = [
    "FACETS",
    "TEXTS",
    "cards",
    "chosen_values",
    "documents",
    "latest",
    "levels_of",
    "listing",
    "published",
    "related",
    "titled",
    "words_in_form",
    "words_of",
]
