"""The list of examples: those that the reader's words and choices leave, and what each choice would give."""

from dataclasses import dataclass, field

from django.db.models import CharField, Count, F, Value
from wagtail.models import Page

from casestudies.models import ExamplePage
from casestudies.queries.examples import cards, published
from casestudies.queries.facets import FACETS
from portal.core.search import ranked_ids


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
    """The answer to a choice of facets and words: the matching examples and each facet's options."""

    total: int
    facets: list = field(default_factory=list)
    chosen: list = field(default_factory=list)
    text: str = ""
    examples: object = None


def listing(locale_id, chosen, text=""):
    """Find the examples that have any of the chosen values in every facet, and count what each value would give."""
    base = published(locale_id)
    if text:
        ids = ranked_ids(Page.objects.type(ExamplePage).filter(locale_id=locale_id, live=True), text)
        base = base.filter(pk__in=ids)
    counts = _counts(base, chosen)
    options = _options(chosen, counts)
    examples = cards(base.filter(*(facet.matches(chosen[facet.name]) for facet in FACETS if facet.name in chosen)))
    if text:
        rank = {pk: place for place, pk in enumerate(ids)}
        examples = sorted(examples, key=lambda example: rank[example.pk])
    return Listing(
        total=counts.get(("", ""), 0),
        facets=[(facet, options[facet.name]) for facet in FACETS if options[facet.name]],
        chosen=[(facet, option) for facet in FACETS for option in options[facet.name] if option.is_chosen],
        text=text,
        examples=examples,
    )


def _counts(base, chosen):
    """Return {(facet, value): examples} in one query; a facet's own choice does not limit its own counts.

    The whole answer's number stands at ("", "").
    """
    conditions = {facet.name: facet.matches(chosen[facet.name]) for facet in FACETS if facet.name in chosen}
    whole = base.order_by().filter(*conditions.values())
    parts = [_count(whole.annotate(value=Value("", CharField())), "")]
    for facet in FACETS:
        others = [condition for name, condition in conditions.items() if name != facet.name]
        part = base.order_by().filter(*others).annotate(value=F(facet.column))
        parts.append(_count(part.exclude(value=None).exclude(value=""), facet.name))
    return {(row[0], row[1]): row[2] for row in parts[0].union(*parts[1:], all=True)}


def _count(examples, name):
    named = examples.annotate(facet=Value(name, CharField()))
    return (
        named.values("facet", "value").annotate(count=Count("pk", distinct=True)).values_list("facet", "value", "count")
    )


def _options(chosen, counts):
    """Return {facet name: options}: those that some example has, and those that are chosen."""
    known = _terms() | {facet.name: _choices(facet) for facet in FACETS if facet.choices}
    return {
        facet.name: [
            Option(value, label, explanation, counts.get((facet.name, value), 0), value in chosen.get(facet.name, ()))
            for value, label, explanation in known[facet.name]
            if (facet.name, value) in counts or value in chosen.get(facet.name, ())
        ]
        for facet in FACETS
    }


def _choices(facet):
    return [(choice.value, choice.label, getattr(choice, "meaning", "")) for choice in facet.choices]


def _terms():
    """Return {facet name: (slug, name, explanation) of each term}, all in one query."""
    facets = [facet for facet in FACETS if facet.terms]
    columns = ("facet", "sort_order", "slug", "name", "name_en", "explanation", "explanation_en")
    parts = [
        facet.terms.objects.order_by().annotate(facet=Value(facet.name, CharField())).values_list(*columns)
        for facet in facets
    ]
    terms = {facet.name: [] for facet in facets}
    models = {facet.name: facet.terms for facet in facets}
    for row in sorted(parts[0].union(*parts[1:], all=True), key=lambda row: (row[0], row[1], row[3])):
        term = models[row[0]](**dict(zip(columns[1:], row[1:], strict=True)))
        terms[row[0]].append((term.slug, term.local_name, term.local_explanation))
    return terms


def levels_of(examples):
    """Return {example id: its levels of prevention}, for the cards. One query."""
    through = ExamplePage.levels.through.objects.filter(examplepage_id__in=[example.pk for example in examples])
    found = {}
    for row in through.select_related("preventionlevel").order_by("preventionlevel__sort_order"):
        found.setdefault(row.examplepage_id, []).append(row.preventionlevel)
    return found
