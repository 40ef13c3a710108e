"""Many pages at once: copies of a seeded one under other names, written past Wagtail's tree for speed."""

import random
import uuid

from django.db import connection
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from casestudies.models import Actor, Environment, ExamplePage, PreventionLevel, TargetGroup
from home.models import NewsPage

WORDS = [
    "skola",
    "fritid",
    "socialtjänst",
    "polis",
    "kommun",
    "region",
    "ungdom",
    "förening",
    "trygghet",
    "samverkan",
    "uppföljning",
    "lägesbild",
    "orosanmälan",
    "handledning",
    "utbildning",
    "stödgrupp",
    "avhopp",
    "propaganda",
    "nätet",
    "mobbning",
    "demokrati",
    "tillit",
    "dialog",
    "bibliotek",
    "fritidsledare",
    "fältarbete",
    "insats",
    "föräldrar",
    "skolkurator",
    "elevhälsa",
    "kartläggning",
    "plan",
    "beslut",
    "nämnd",
    "budget",
    "utvärdering",
    "intervju",
    "enkät",
]
BATCH = 1000


def fill(*, examples, news):
    """Make as many examples and news as are wanted, found by the search and by the facets."""
    lots = random.Random(1)
    _examples(examples, lots)
    _copies(NewsPage, news, lots, title="Nyhet", change=lambda page: _news(page, lots))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _examples(number, lots):
    def change(page):
        page.county_code = f"{lots.randint(1, 25):02}" if lots.random() < 0.9 else ""
        for name in ("organisation_kind", "organisation_size", "evidence"):
            setattr(page, name, lots.choice([value for value, _label in page._meta.get_field(name).choices]))
        page.summary = _sentence(lots, 25)

    made = _copies(ExamplePage, number, lots, title="Exempel", change=change)
    for path, model in (
        ("environments", Environment), ("levels", PreventionLevel), ("target_groups", TargetGroup), ("actors", Actor),
    ):  # fmt: skip
        through, name, terms = getattr(ExamplePage, path).through, model._meta.model_name, list(model.objects.all())
        through.objects.bulk_create(
            (
                through(examplepage_id=page.pk, **{name: term})
                for page in made
                for term in lots.sample(terms, min(len(terms), 2))
            ),
            batch_size=BATCH,
        )


def _news(page, lots):
    page.summary = page.title
    page.date = timezone.localdate() - timezone.timedelta(days=lots.randint(1, 3000))


def _sentence(lots, length):
    return " ".join(lots.choices(WORDS, k=length)).capitalize() + "."


def _copies(model, number, lots, *, title, change):
    """Published siblings of the first page of the kind; the search knows them."""
    pattern = model.objects.filter(locale__language_code="sv", live=True).first()
    parent = pattern.get_parent()
    last = int(parent.get_children().order_by("-path").first().path[-Page.steplen :], 36)
    made = []
    for place in range(1, number + 1):
        page = model.objects.get(pk=pattern.pk) if place == 1 else model(**_values(pattern))
        page.pk = page.id = page.page_ptr_id = None
        page.title = page.draft_title = f"{title} {place}: {_sentence(lots, 4)}"
        page.slug = f"{title.lower()}-{place}"
        page.path, page.numchild = Page._get_path(parent.path, parent.depth + 1, last + place), 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.translation_key, page.latest_revision, page.live_revision = uuid.uuid4(), None, None
        page.first_published_at = page.last_published_at = timezone.now() - timezone.timedelta(minutes=place)
        change(page)
        made.append(page)
    _insert(model, made)
    parent.numchild += number
    parent.save(update_fields=["numchild"])
    return made


def _values(pattern):
    return {
        field.attname: getattr(pattern, field.attname)
        for field in pattern._meta.concrete_fields
        if field.attname not in ("id", "page_ptr_id")
    }


def _insert(model, made):
    names = [field.attname for field in Page._meta.concrete_fields]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in made]
    Page.objects.bulk_create(rows, batch_size=BATCH)
    for page, row in zip(made, rows, strict=True):
        page.pk = page.id = page.page_ptr_id = row.pk
    for batch in (made[start : start + BATCH] for start in range(0, len(made), BATCH)):
        model._base_manager._insert(batch, fields=model._meta.local_concrete_fields, using="default")
        index = get_search_backend().get_index_for_model(model)
        index.add_items(model, batch)
