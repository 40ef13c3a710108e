"""Good examples by the thousand, in a few seconds: written to the tables straight, as no editor would."""

import random

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from casestudies.models import ExamplePage
from casestudies.queries import FACETS

WORDS = ("skolan", "torget", "biblioteket", "fritidsgården")
MOST_VALUES = 4


def terms_for_facets(factories):
    """{facet name: values}: four terms of each kind, by the factories of the kinds; and the choices there are."""
    values = {}
    for facet in FACETS:
        if facet.terms:
            values[facet.name] = [term.slug for term in factories[facet.path].create_batch(MOST_VALUES)]
        else:
            values[facet.name] = list(facet.choices.values)[:MOST_VALUES]
    return values


def many_examples(parent, number, values, *, start=0, seed=1):
    """Write the examples; return {id: {facet name: set of values, "q": the word of the title}}."""
    dice = random.Random(seed)
    facts, pages = [], []
    now, kind = timezone.now(), ContentType.objects.get_for_model(ExamplePage)
    for place in range(start, start + number):
        fact = {
            facet.name: set(dice.sample(values[facet.name], dice.randint(0, 2 if facet.terms else 1)))
            for facet in FACETS
        }
        fact["q"] = dice.choice(WORDS)
        title = f"Arbetet vid {fact['q']} {place}"
        page = ExamplePage(
            title=title, draft_title=title, slug=f"exempel-{place}", locale=parent.locale, content_type=kind, live=True,
            path=f"{parent.path}{Page._int2str(place + 1).zfill(Page.steplen)}", depth=parent.depth + 1,
            url_path=f"{parent.url_path}exempel-{place}/", first_published_at=now, last_published_at=now,
            summary="Kort.", need="<p>Behov.</p>", done="<p>Gjort.</p>", lesson="<p>Lärdom.</p>",
            organisation_name="Lindåsa kommun", contact_role="Roll", contact_email="roll@lindasa.example",
            **{facet.path: next(iter(fact[facet.name]), "") for facet in FACETS if facet.choices},
        )  # fmt: skip
        facts.append(fact)
        pages.append(page)
    _write(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=start + number)
    _link(pages, facts)
    get_search_backend().add_bulk(ExamplePage, pages)
    return {page.pk: fact for page, fact in zip(pages, facts, strict=True)}


def _write(pages):
    """Both tables of a page: Django writes many rows at once only where a model has one."""
    bases = [
        Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.local_concrete_fields})
        for page in pages
    ]
    for base, page in zip(Page.objects.bulk_create(bases), pages, strict=True):
        page.pk = page.page_ptr_id = page.id = base.pk
    columns = ExamplePage._meta.local_concrete_fields
    for first in range(0, len(pages), 100):
        ExamplePage._base_manager._insert(pages[first : first + 100], fields=columns, using="default")


def _link(pages, facts):
    """The terms, in the tables and in memory, where the search finds them without a query for each page."""
    for page in pages:
        page._cluster_related_objects = {}
    for facet in FACETS:
        if facet.terms:
            through, to = getattr(ExamplePage, facet.path).through, facet.terms._meta.model_name
            terms = {term.slug: term for term in facet.terms.objects.all()}
            rows = []
            for page, fact in zip(pages, facts, strict=True):
                found = [terms[slug] for slug in sorted(fact[facet.name])]
                page._cluster_related_objects[facet.path] = found
                rows += [through(examplepage_id=page.pk, **{f"{to}_id": term.pk}) for term in found]
            through.objects.bulk_create(rows)
