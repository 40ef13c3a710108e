"""The library as a process remembers it: which published example has which value of which facet.

One query reads the examples, another all their values and terms. A set of examples is a number with a bit for each, so
that all counts of a choice are counted in memory, in less time than it takes to ask the database for one.
"""

from dataclasses import dataclass

from django.db.models import CharField, F, IntegerField, Value

from casestudies.models.example_page import BOTH_ON_GOTLAND
from casestudies.queries.examples import published
from casestudies.queries.facets import FACETS
from portal.core.caching.memory import known
from portal.core.counties import County

# A row of the union: an example's value of a facet, or a term with its words and its place, which has no example.
COLUMNS = ("facet", "chosen", "example", "place", "term", "term_en", "meaning", "meaning_en")


@dataclass(frozen=True)
class Catalogue:
    """The examples of a language, newest first, and who has what. Shared by all requests: nobody may change it."""

    ids: tuple
    titles: dict
    # {(facet name, value): the examples that have it}
    having: dict
    # {facet name: [(value, name, explanation)]} of the facets whose values are terms
    terms: dict

    @property
    def everything(self):
        """All examples."""
        return (1 << len(self.ids)) - 1

    def of(self, ids):
        """Return the set of the examples with those ids; others are left out."""
        wanted = set(ids)
        return sum(1 << place for place, pk in enumerate(self.ids) if pk in wanted)

    def in_order(self, examples):
        """Return the ids of a set, newest first."""
        return [pk for place, pk in enumerate(self.ids) if examples >> place & 1]

    def narrowed(self, examples, choice, *, apart_from=None):
        """Leave those that have any of the chosen values in every facet, but for the one named."""
        for name, values in choice.values.items():
            if name != apart_from:
                any_of = 0
                for value in values:
                    any_of |= self.having.get((name, value), 0)
                examples &= any_of
        return examples

    def counts(self, examples, choice):
        """Return {(facet name, value): how many}, without noughts; a facet's own choice does not limit its counts."""
        within = {facet.name: self.narrowed(examples, choice, apart_from=facet.name) for facet in FACETS}
        counted = {key: (mine & within[key[0]]).bit_count() for key, mine in self.having.items()}
        return {key: count for key, count in counted.items() if count}


def catalogue(locale_id):
    """Return the catalogue of a language: that of the address, in whose words its terms are named."""
    return known(f"catalogue {locale_id}", lambda: _read(locale_id))


def _read(locale_id):
    titles = dict(published(locale_id).values_list("pk", "title"))
    examples = published(locale_id).order_by()
    parts = [_values(examples, facet) for facet in FACETS] + [_terms(facet) for facet in FACETS if facet.terms]
    places = {pk: place for place, pk in enumerate(titles)}
    having, found = {}, {facet.name: [] for facet in FACETS if facet.terms}
    for facet, value, example, *words in parts[0].union(*parts[1:], all=True):
        if example is None:
            found[facet].append((value, *words))
        elif example in places:
            having[facet, value] = having.get((facet, value), 0) | 1 << places[example]
    _let_gotland_be_both(having)
    return Catalogue(tuple(titles), titles, having, {name: _named(name, rows) for name, rows in found.items()})


def _let_gotland_be_both(having):
    sorts = [("organisation", kind) for kind in BOTH_ON_GOTLAND]
    either = 0
    for sort in sorts:
        either |= having.get(sort, 0)
    gotland = either & having.get(("lan", County.GOTLAND.value), 0)
    if gotland:
        having.update({sort: having.get(sort, 0) | gotland for sort in sorts})


def _values(examples, facet):
    rows = examples.annotate(chosen=F(facet.column)).exclude(chosen=None).exclude(chosen="")
    blank = {name: Value("", CharField()) for name in COLUMNS[4:]}
    rows = rows.annotate(facet=Value(facet.name, CharField()), example=F("pk"), place=Value(0, IntegerField()), **blank)
    return rows.values_list(*COLUMNS)


def _terms(facet):
    words = dict(zip(COLUMNS[4:], ("name", "name_en", "explanation", "explanation_en"), strict=True))
    return (
        facet.terms.objects.order_by()
        .annotate(
            facet=Value(facet.name, CharField()),
            chosen=F("slug"),
            example=Value(None, IntegerField()),
            place=F("sort_order"),
            **{column: F(word) for column, word in words.items()},
        )
        .values_list(*COLUMNS)
    )


def _named(name, rows):
    """Return (value, name, explanation) of a facet's terms, in their order and in the language of the address."""
    model = next(facet.terms for facet in FACETS if facet.name == name)
    terms = [
        (place, model(slug=slug, name=own, name_en=other, explanation=meaning, explanation_en=other_meaning))
        for slug, place, own, other, meaning, other_meaning in rows
    ]
    terms.sort(key=lambda row: (row[0], row[1].name))
    return [(term.slug, term.local_name, term.local_explanation) for _place, term in terms]
