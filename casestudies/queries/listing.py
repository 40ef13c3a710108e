"""The list of examples: those that the reader's words and choices leave, and what each choice would give.

One query without words, two with: one for the words, one for the cards of a page. Counts and terms are the
catalogue's, which the process remembers.
"""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import Aggregate, CharField, F, OuterRef, Subquery
from django.utils.functional import cached_property

from casestudies.models import ExamplePage
from casestudies.queries.catalogue import catalogue
from casestudies.queries.examples import TEXTS, cards, published
from casestudies.queries.facets import FACETS, NEWEST, TITLE
from portal.core.counties import county_map
from portal.core.search import Among, Found, find
from portal.core.templatetags.search import excerpt, holds

EXAMPLES_PER_PAGE = 24
MOST_FOUND = 10_000
# å, ä and ö stand last, in that order, whatever the database holds.
SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


@dataclass(frozen=True)
class Option:
    """A value of a facet, with how many examples choosing it would give."""

    value: str
    label: str
    explanation: str = ""
    count: int = 0
    is_chosen: bool = False


@dataclass(frozen=True)
class Listing:
    """The answer to a choice: how many examples match, each facet's options, what is chosen, and the page asked for."""

    choice: object
    found: Found
    total: int
    options: dict
    page_obj: object
    levels: dict = field(default_factory=dict)

    @property
    def facets(self):
        """(facet, its options) for the facets that have any."""
        return [(facet, self.options[facet.name]) for facet in FACETS if self.options[facet.name]]

    @property
    def chosen(self):
        """(facet, option) of all that is chosen."""
        return [(facet, option) for facet, options in self.facets for option in options if option.is_chosen]

    @property
    def is_comparable(self):
        """Whether there is more than one to lay side by side."""
        return self.total > 1

    @cached_property
    def cards(self):
        """(example, its levels of prevention, where its texts hold the words) of the page."""
        return [(example, self._levels(example), _where(example, self.found.text)) for example in self.page_obj]

    def _levels(self, example):
        slugs = set((example.level_slugs or "").split(","))
        return [label for slug, label in self.levels.items() if slug in slugs]

    @property
    def counties(self):
        """The map of the counties, each with how many examples choosing it would give."""
        counts = {option.value: option.count for option in self.options["lan"]}
        chosen = self.choice.values.get("lan", ())
        return county_map(counts, chosen, lambda code: self.choice.toggled("lan", code).query())


def listing(locale_id, choice, page=1):
    """Find the examples that have any of the chosen values in every facet, and count what each value would give."""
    library = catalogue(locale_id)
    found = find(published(locale_id), choice.text, limit=MOST_FOUND) if choice.text else Found()
    within = library.of(found.ids) if choice.text else library.everything
    paginator = Paginator(_order(library, library.narrowed(within, choice), found, choice), EXAMPLES_PER_PAGE)
    page_obj = paginator.get_page(page)
    _fetch(page_obj, choice.text)
    options = _options(choice, library.counts(within, choice), library.terms)
    levels = {slug: label for slug, label, _explanation in library.terms["niva"]}
    return Listing(choice, found, paginator.count, options, page_obj, levels)


def matching(locale_id, choice):
    """Return the examples of a choice, newest first, for feeds and files: whole, not as cards."""
    base, _found = _base(locale_id, choice)
    return base.filter(*choice.conditions())


def _base(locale_id, choice):
    base = published(locale_id)
    if not choice.text:
        return base, Found()
    found = find(base, choice.text, limit=MOST_FOUND)
    return base.filter(Among(F("pk"), found.ids)), found


def _order(library, examples, found, choice):
    """Return the ids of a set of examples in the order that was asked for."""
    ids = library.in_order(examples)
    if choice.sorting == TITLE:
        return sorted(ids, key=lambda pk: (library.titles[pk].lower().translate(SWEDISH_ORDER), pk))
    if choice.sorting == NEWEST:
        return ids
    left = set(ids)
    return [pk for pk in found.ids if pk in left]


def _fetch(page_obj, text):
    """Put the page's examples in the place of their ids."""
    ids = page_obj.object_list
    examples = ExamplePage.objects.filter(pk__in=ids)
    if not text:
        examples = cards(examples)
    rows = {example.pk: example for example in examples.annotate(level_slugs=Subquery(_level_slugs()))}
    page_obj.object_list = [rows[pk] for pk in ids if pk in rows]


class Joined(Aggregate):
    """Texts put together with commas, on both databases."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **extra):
        """PostgreSQL has another name for it."""
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s, ',')", **extra)


def _level_slugs():
    rows = ExamplePage.levels.through.objects.filter(examplepage_id=OuterRef("pk")).order_by().values("examplepage_id")
    return rows.annotate(slugs=Joined("preventionlevel__slug")).values("slugs")


def _where(example, text):
    """Return the part of the example's texts that holds the words, when neither title nor summary does."""
    if not text or holds(f"{example.title} {example.summary}", text):
        return ""
    return next((part for name in TEXTS if (part := excerpt(getattr(example, name), text))), "")


def _options(choice, counts, terms):
    """Return {facet name: options}: those that some example has, and those that are chosen."""
    known = terms | {facet.name: _choices(facet) for facet in FACETS if facet.choices}
    return {
        facet.name: [
            Option(value, label, explanation, counts.get((facet.name, value), 0), is_chosen)
            for value, label, explanation in known[facet.name]
            if (is_chosen := value in choice.values.get(facet.name, ())) or (facet.name, value) in counts
        ]
        for facet in FACETS
    }


def _choices(facet):
    return [(choice.value, choice.label, getattr(choice, "meaning", "")) for choice in facet.choices]
