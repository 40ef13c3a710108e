"""The list of examples: those that the reader's words and choices leave, and what each choice would give.

Two queries without words, three with: one for the words, one for all counts and terms, one for the cards of a page.
"""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import Aggregate, CharField, Count, F, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Cast
from django.utils.functional import cached_property

from casestudies.models import ExamplePage
from casestudies.queries.counties import county_map
from casestudies.queries.examples import TEXTS, cards, published
from casestudies.queries.facets import FACETS, NEWEST, TITLE
from portal.core.caching.memory import known
from portal.core.search import Among, Found, find
from portal.core.templatetags.search import excerpt, holds

EXAMPLES_PER_PAGE = 24
MOST_FOUND = 10_000
# What a row of the counts is when it counts nothing: an example that is found.
FOUND = "#"
# A row of the counts: a count of a value, a term with its words, or an example that is found, with its title.
COLUMNS = ("facet", "value", "number", "name", "name_en", "explanation", "explanation_en")
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
    base, found = _base(locale_id, choice)
    is_ranked = choice.sorting != NEWEST
    if choice.values or choice.text or is_ranked:
        counts, terms, titles = _count(base, choice, is_ranked)
    else:
        # Of the whole list, which most readers see first.
        counts, terms, titles = known(f"counts {locale_id}", lambda: _count(base, choice, is_ranked))
    if is_ranked:
        order = _order(titles, found, choice)
        paginator = Paginator(order, EXAMPLES_PER_PAGE)
    else:
        paginator = Paginator(base.filter(*choice.conditions()), EXAMPLES_PER_PAGE)
        paginator.count = counts.get(("", ""), 0)
    page_obj = paginator.get_page(page)
    _fetch(page_obj, base, is_ranked, choice.text)
    options = _options(choice, counts, terms)
    levels = {slug: label for slug, label, _explanation in terms["niva"]}
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


def _order(titles, found, choice):
    if choice.sorting == TITLE:
        return sorted(titles, key=lambda pk: (titles[pk].lower().translate(SWEDISH_ORDER), pk))
    return [pk for pk in found.ids if pk in titles]


def _fetch(page_obj, base, is_ranked, text):
    """Put the page's examples in the place of what the paginator cut out: ids in order, or a slice of the list."""
    shown = page_obj.object_list
    examples = base.filter(pk__in=shown) if is_ranked else shown
    if not text:
        examples = cards(examples)
    rows = list(examples.annotate(level_slugs=Subquery(_level_slugs())))
    if is_ranked:
        rows.sort(key=lambda example: shown.index(example.pk))
    page_obj.object_list = rows


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


# Counting


def _count(base, choice, is_ranked):
    """Return ({(facet, value): examples}, {facet: terms}, {id: title} of what is found) from one query.

    A facet's own choice does not limit its own counts. The whole answer's number stands at ("", ""). The ids come
    along only when something other than the list's own order sorts them.
    """
    whole = base.order_by().filter(*choice.conditions())
    parts = [_part(whole.annotate(facet=Value("", CharField()), value=Value("", CharField())))]
    for facet in FACETS:
        part = base.order_by().filter(*choice.conditions(apart_from=facet.name))
        named = part.annotate(facet=Value(facet.name, CharField()), value=F(facet.column))
        parts.append(_part(named.exclude(value=None).exclude(value="")))
    parts += [_terms_part(facet) for facet in FACETS if facet.terms]
    if is_ranked:
        parts.append(_found_part(whole))
    return _sorted_out(parts[0].union(*parts[1:], all=True))


def _part(examples):
    counted = examples.values("facet", "value").annotate(number=Count("pk", distinct=True))
    return counted.annotate(**_blank(*COLUMNS[3:])).values_list(*COLUMNS)


def _terms_part(facet):
    terms = facet.terms.objects.order_by()
    columns = {"facet": Value(facet.name, CharField()), "value": F("slug"), "number": -F("sort_order") - 1}
    return terms.annotate(**columns).values_list(*COLUMNS)


def _found_part(whole):
    columns = {"facet": Value(FOUND, CharField()), "value": Cast("pk", CharField()), "number": Value(1, IntegerField())}
    rows = whole.annotate(**columns, name=F("title"), **_blank(*COLUMNS[4:]))
    return rows.values_list(*COLUMNS)


def _blank(*names):
    return {name: Value("", CharField()) for name in names}


def _sorted_out(rows):
    """Part the rows of the union: a term tells its place by a number below nought, so that one column does for both."""
    counts, titles = {}, {}
    terms = {facet.name: [] for facet in FACETS if facet.terms}
    models = {facet.name: facet.terms for facet in FACETS if facet.terms}
    for facet, value, number, *words in sorted(rows, key=lambda row: (row[0], -row[2], row[3])):
        if facet == FOUND:
            titles[int(value)] = words[0]
        elif number < 0:
            term = models[facet](slug=value, **dict(zip(COLUMNS[3:], words, strict=True)))
            terms[facet].append((value, term.local_name, term.local_explanation))
        else:
            counts[facet, value] = number
    return counts, terms, titles


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
