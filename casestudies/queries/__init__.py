"""What the list of examples, the page of one, and the feed read."""

from casestudies.queries.examples import TEXTS, cards, latest, published, terms
from casestudies.queries.facets import FACETS, chosen_values
from casestudies.queries.listing import levels_of, listing

__all__ = ["FACETS", "TEXTS", "cards", "chosen_values", "latest", "levels_of", "listing", "published", "terms"]
