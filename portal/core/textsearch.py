"""Searching the extranet's own rows for words, the same on SQLite and PostgreSQL, å, ä and ö included.

For some thousands of rows a source. LIKE will not do: SQLite's knows upper and lower case in ASCII alone, so that
"Åtgärd" would not find "åtgärd". Regular expressions do, on both.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.html import format_html, format_html_join

MOST_WORDS = 8
EXCERPT = 180  # characters


@dataclass(frozen=True)
class Hit:
    """One thing found: where it leads, what it is called, and what else to tell of it."""

    title: str
    url: str
    meta: str = ""
    text: str = ""
    at: datetime | None = None


def words_in(query):
    """Return the words to look for, at most eight: what is longer is no search."""
    return query.replace("\0", "").split()[:MOST_WORDS]


def containing(words, *fields):
    """Return the condition that each word stands somewhere in the fields, also inside a longer word."""
    condition = Q()
    for word in words:
        pattern = re.escape(word)
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__iregex": pattern})
        condition &= anywhere
    return condition


def excerpt(text, words):
    """Return the part of a text around the first of the words, with the words marked, as safe HTML."""
    text = " ".join(text.split())
    pattern = re.compile("|".join(re.escape(word) for word in words) or "$^", re.IGNORECASE)
    first = pattern.search(text)
    start = max((first.start() if first else 0) - EXCERPT // 3, 0)
    if start:
        start = text.find(" ", start) + 1 or start
    shown = text[start : start + EXCERPT]
    return format_html(
        "{}{}{}",
        "… " if start else "",
        format_html_join("", "{}{}", _marked(shown, pattern)),
        " …" if start + EXCERPT < len(text) else "",
    )


def _marked(text, pattern):
    """Split into (plain, marked) pairs, each escaped when it is joined."""
    end = 0
    for match in pattern.finditer(text):
        yield text[end : match.start()], format_html("<mark>{}</mark>", match.group())
        end = match.end()
    yield text[end:], ""
