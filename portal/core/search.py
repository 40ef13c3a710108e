"""Words that a reader typed, turned into ids of pages in the order of how well they match."""

import re

from wagtail.search.query import Phrase, PlainText

WORD = re.compile(r"\w+(?:-\w+)*")


def ranked_ids(pages, text, *, limit=1000):
    """Return the ids of the pages that match, best first.

    All words must be found; words in quotation marks must stand side by side. After the whole words come titles and
    summaries with words that begin so, which finds compounds: "åtgärd" gives "åtgärdsplan".
    `pages` is a queryset on Page itself. Only letters, digits and hyphens reach the database's query language:
    SQLite takes a quotation mark or an operator for syntax.
    """
    words = " ".join(WORD.findall(text))
    if not words:
        return []
    is_phrase = text.startswith('"') and text.endswith('"')
    query = Phrase(words) if is_phrase else PlainText(words, operator="and")
    found = list(_ids(pages.search(query), limit))
    if is_phrase:
        return found
    known = set(found)
    begun = _ids(pages.autocomplete(words, operator="and"), limit)
    return (found + [pk for pk in begun if pk not in known])[:limit]


def _ids(results, limit):
    return results.get_queryset().values_list("pk", flat=True)[:limit]
