"""Words that a reader typed, turned into ids of pages in the order of how well they match.

It asks Wagtail's own index, which Wagtail fills, but by one query of ours: Wagtail's would rank on SQLite by a search
for each hit, and needs one query for whole words and another for beginnings.
"""

import json
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry
from wagtail.search.utils import get_descendants_content_types_pks

from portal.core import vocabulary
from portal.core.words import SHORTEST_STEM, WORD, fold, stem, words_of

# Made by the migration core 0004. The first stems Swedish, the second does not; both read å, ä and ö as a, a and o.
SWEDISH, PLAIN = "portal_swedish", "portal_plain"
TITLE_WEIGHT = 10
FEW = 3


@dataclass(frozen=True)
class Found:
    """What a search gave: {id: content type} best first, the text that found it, and what else may have been meant."""

    types: dict = field(default_factory=dict)
    text: str = ""
    is_corrected: bool = False
    suggestion: str = ""

    @property
    def ids(self):
        """The ids, best first."""
        return list(self.types)


class Among(Func):
    """Whether a column is one of many numbers, given to the database as one value: `Among(F("pk"), ids)`.

    Thousands of them in the text of a query, once for each part of a union, take longer to read than to answer.
    """

    output_field = BooleanField()

    def __init__(self, column, numbers):
        self.numbers = [int(number) for number in numbers]
        super().__init__(column, Value(json.dumps(self.numbers)))

    def as_sqlite(self, compiler, connection, **extra):
        """A list as a table."""
        template = "%(expressions)s))"
        return self.as_sql(
            compiler, connection, template=template, arg_joiner=" IN (SELECT value FROM json_each(", **extra
        )

    def as_postgresql(self, compiler, connection, **_extra):
        """A true array, which is looked up by hash; one written as text would be read anew for every row."""
        column, params = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::bigint[])", [*params, self.numbers]


def ranked(pages, text, *, limit=1000):
    """Return {id: its content type's id} of the pages that match, best first. One query.

    All words must be found, in any form; words in quotation marks must stand side by side, as they are. The beginning
    of a longer word counts, which finds compounds: "åtgärd" gives "åtgärdsplan". Accents do not matter.
    `pages` is any queryset of pages; who may see what is its affair.
    """
    words = words_of(text)
    if not words:
        return {}
    is_phrase = len(text) > 2 and text.startswith('"') and text.endswith('"')
    matching = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    rows = matching(text, words, is_phrase, get_descendants_content_types_pks(pages.model), pages.order_by())
    return {int(pk): content_type for pk, content_type in rows[:limit]}


def ranked_ids(pages, text, *, limit=1000):
    """Return the ids alone, best first."""
    return list(ranked(pages, text, limit=limit))


def find(pages, text, *, limit=1000):
    """Search forgivingly: when nothing is found, search again for the words that the reader probably meant."""
    found = ranked(pages, text, limit=limit)
    if len(found) >= FEW:
        return Found(found, text)
    for meant in vocabulary.corrections(text):
        others = ranked(pages, meant, limit=limit)
        if others and not found:
            return Found(others, meant, is_corrected=True)
        if len(others) > len(found):
            return Found(found, text, suggestion=meant)
    return Found(found, text)


def suggest(text, pages):
    """Return what the reader may have meant to write, if that finds any of the pages; else nothing."""
    return next((meant for meant in vocabulary.corrections(text) if ranked_ids(pages, meant, limit=1)), "")


def _on_postgresql(text, words, is_phrase, types, pages):
    """Every word in the title or in the text. Asked of each column apart, which lets the index of each be used."""
    if is_phrase:
        queries = [SearchQuery(text.strip('"'), config=SWEDISH, search_type="phrase")]
    else:
        queries = [_tsquery(word) for word in words]
    # The cast is kept from entries of other kinds, whose keys need not be numbers.
    key = Case(When(content_type_id__in=types, then=Cast("object_id", BigIntegerField())))
    entries = IndexEntry.objects.filter(content_type_id__in=types).annotate(key=key)
    for query in queries:
        entries = entries.filter(Q(title=query) | Q(body=query))
    whole = reduce(and_, queries)
    rank = SearchRank(F("title"), whole) * TITLE_WEIGHT + SearchRank(F("body"), whole)
    entries = entries.filter(Exists(pages.filter(pk=OuterRef("key"))))
    return entries.order_by(rank.desc(), "-pk").values_list("object_id", "content_type_id")


def _tsquery(word):
    query = SearchQuery(word, config=SWEDISH)
    if len(word) < SHORTEST_STEM:
        return query
    # A word is letters and digits alone, so that nothing of the language of queries can be smuggled in.
    return query | SearchQuery(f"'{stem(word)}':*", config=PLAIN, search_type="raw")


class Matches(Func):
    """Whether SQLite's full-text table matches an expression of its query language."""

    template = '"wagtailsearch_indexentry_fts" MATCH %(expressions)s'
    output_field = BooleanField()


class Rank(Func):
    """How well: the lower the better. The table's columns are autocomplete, body and title."""

    template = f'bm25("wagtailsearch_indexentry_fts", 0, 1, {TITLE_WEIGHT})'
    output_field = FloatField()


def _on_sqlite(text, words, is_phrase, types, pages):
    if is_phrase:
        query = f'"{" ".join(WORD.findall(fold(text)))}"'
    else:
        query = " AND ".join(_match(word) for word in words)
    keys = pages.annotate(key=Cast("pk", CharField())).values("key")
    entries = apps.get_model("wagtailsearch", "SQLiteFTSIndexEntry").objects.filter(
        Matches(Value(f"{{title body}} : ({query})")),
        index_entry__content_type_id__in=types,
        index_entry__object_id__in=keys,
    )
    return entries.order_by(Rank(), "-pk").values_list("index_entry__object_id", "index_entry__content_type_id")


def _match(word):
    return f'"{word}"' if len(word) < SHORTEST_STEM else f'("{word}" OR "{stem(word)}"*)'
