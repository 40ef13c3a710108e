"""What the page of one example reads: four queries at most, however much there is to tell."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.utils.translation import get_language

from casestudies.models import Adaptation, ExampleDocument, ExamplePage
from casestudies.queries.examples import cards, published
from casestudies.queries.facets import FACETS
from portal.core.caching.memory import known, reader
from portal.core.pages import unrestricted

RELATED = 3
BY_TERMS = tuple(facet for facet in FACETS if facet.terms)


def documents(page):
    """Return the example's documents, also those of a preview. One query, and none where no example has any."""
    if reader.get() and page.pk not in known("examples with documents", _with_documents):
        return []
    return [row.document for row in page.documents.select_related("document")]


def _with_documents():
    return frozenset(ExampleDocument.objects.values_list("page_id", flat=True))


@dataclass(frozen=True)
class Word:
    """A term of an example, in the language of the page."""

    pk: int
    slug: str
    name: str
    explanation: str


def words_of(page):
    """Return {facet name: words} of a stored example, all kinds in one query."""
    return words_of_each([page.pk])[page.pk]


def words_of_each(ids):
    """Return {example id: {facet name: words}}: of published examples from memory, else in one query."""
    if reader.get():
        remembered = known(f"words of examples {get_language()}", _words_of_all)
        if all(pk in remembered for pk in ids):
            return {pk: remembered[pk] for pk in ids}
    return _read_words(ids, ids)


def _words_of_all():
    everyone = published().order_by().values_list("pk", flat=True)
    # What many examples share is kept once.
    same = {}
    return {
        pk: {name: [same.setdefault(word, word) for word in words] for name, words in found.items()}
        for pk, found in _read_words(list(everyone), everyone).items()
    }


def _read_words(ids, among):
    """`among` is the ids as the database is given them: a query of them, where they are many."""
    parts = [_words(facet, among) for facet in BY_TERMS]
    found = {pk: {facet.name: [] for facet in BY_TERMS} for pk in ids}
    is_english = get_language() == "en"
    for kind, _order, page_id, pk, slug, *names in sorted(
        parts[0].union(*parts[1:], all=True), key=lambda row: row[:3]
    ):
        swedish, english = names[::2], names[1::2]
        shown = [other if is_english and other else own for own, other in zip(swedish, english, strict=True)]
        if page_id in found:
            found[page_id][kind].append(Word(pk, slug, *shown))
    return found


def _words(facet, ids):
    through = getattr(ExamplePage, facet.path).through.objects.filter(examplepage_id__in=ids).order_by()
    term = facet.terms._meta.model_name
    columns = {name: F(f"{term}__{name}") for name in ("name", "name_en", "explanation", "explanation_en")}
    rows = through.annotate(
        kind=Value(facet.name, CharField()), order=F(f"{term}__sort_order"), term=F(f"{term}_id"),
        slug=F(f"{term}__slug"), **{f"word_{name}": column for name, column in columns.items()},
    )  # fmt: skip
    return rows.values_list("kind", "order", "examplepage_id", "term", "slug", *(f"word_{name}" for name in columns))


def words_in_form(page):
    """Return the same of a preview, whose choices are not stored yet."""
    return {
        facet.name: [
            Word(term.pk, term.slug, term.local_name, term.local_explanation)
            for term in getattr(page, facet.path).all()
        ]
        for facet in BY_TERMS
    }


def titled(words):
    """Return (facet, words) in the order of the facets, without those that have none."""
    return [(facet, words[facet.name]) for facet in BY_TERMS if words.get(facet.name)]


def related(words, *, locale_id, besides=None):
    """Return at most three examples that share words, those that share most first. No words, no query."""
    ids = {kind: [word.pk for word in found] for kind, found in words.items()}
    return related_to(ids, locale_id=locale_id, besides=besides)


def related_to(ids, *, locale_id, besides=None):
    """Return the same for {facet name: ids of words}."""
    if not any(ids.values()):
        return []
    having = known(f"examples by word {locale_id}", lambda: _having(locale_id))
    shared = Counter()
    for facet in BY_TERMS:
        for word in ids.get(facet.name, ()):
            shared.update(having.get((facet.name, word), ()))
    shared.pop(besides, None)
    newest = having[None]
    alike = sorted(shared, key=lambda pk: (-shared[pk], newest[pk]))[:RELATED]
    found = {example.pk: example for example in cards(published(locale_id)).filter(pk__in=alike)} if alike else {}
    return [found[pk] for pk in alike if pk in found]


def _having(locale_id):
    """Return {(facet name, id of a word): ids of the examples that have it}, and at None the place of each by age."""
    newest = {pk: place for place, pk in enumerate(published(locale_id).values_list("pk", flat=True))}
    having = {None: newest}
    for facet in BY_TERMS:
        through, term = getattr(ExamplePage, facet.path).through, facet.terms._meta.model_name
        for pk, word in through.objects.values_list("examplepage_id", f"{term}_id"):
            if pk in newest:
                having.setdefault((facet.name, word), []).append(pk)
    return having


@dataclass(frozen=True)
class Use:
    """An organisation's use of an example; `page` is the example of its own, if anybody may read it."""

    told: Adaptation
    page: ExamplePage | None
    further: list = field(default_factory=list)


def uses(page):
    """Return the published uses of the example in any language, each with the uses of what it became; and its origins.

    One query, and none for an example that nobody has told of. What is restricted or taken back is neither named nor
    linked to.
    """
    if reader.get() and page.translation_key not in known("examples with uses", _with_uses):
        return [], []
    rows = Adaptation.objects.published().around(page.translation_key).select_related("example", "own_example")
    rows = rows.annotate(example_is_open=_is_open("example_id"), own_is_open=_is_open("own_example_id"))
    rows = list(rows.only(*_USE, *(f"{end}__{name}" for end in ("example", "own_example") for name in _END)))
    mine = [row for row in rows if row.example.translation_key == page.translation_key]
    origins = [
        row.example
        for row in rows
        if row.example_is_open and row.own_example and row.own_example.translation_key == page.translation_key
    ]
    return [_use(row, rows) for row in mine], origins


def _with_uses():
    ends = Adaptation.objects.published().values_list("example__translation_key", "own_example__translation_key")
    return frozenset(key for row in ends for key in row)


_USE = ("organisation_name", "what_changed", "outcome", "language", "decided_at", "state")
_END = ("title", "slug", "url_path", "translation_key", "locale_id", "organisation_name")


def _is_open(reference):
    return Exists(unrestricted(ExamplePage.objects.live()).filter(pk=OuterRef(reference)))


def _use(row, rows, depth=0):
    own = row.own_example if row.own_is_open else None
    further = [other for other in rows if own and other.example.translation_key == own.translation_key]
    return Use(row, own, [_use(other, rows, depth + 1) for other in further] if depth < 1 else [])
