"""What anybody may take along of an example, as plain values: for the CSV and RIS files and the API.

Every field is named here, one by one: what is not, such as the contact's address, leaves in no file.
"""

import re
from html import unescape

from django.db.models import CharField, F, Value
from django.utils import translation
from django.utils.html import strip_tags

from casestudies.models import ExamplePage
from casestudies.models.example_page import LOGIC
from casestudies.queries.examples import TEXTS
from casestudies.queries.facets import FACETS
from portal.core.pages import absolute

BLOCK_END = re.compile(r"</(p|h\d|li|ul|ol|blockquote)>|<br/?>")


def data_of(examples, *, is_whole=False):
    """Return each example as a dict in its own language; `is_whole` adds long texts and documents. One query."""
    examples = list(examples)
    words = _words([example.pk for example in examples])
    return [_data(example, words.get(example.pk, {}), is_whole) for example in examples]


def _data(example, words, is_whole):
    code = example.locale.language_code
    with translation.override(code):
        data = {
            "id": example.pk,
            "language": code,
            "title": example.title,
            "url": absolute(example.get_url()),
            "summary": example.summary,
            "organisation": example.organisation_name,
            **{_key(facet): _values(facet, example, words, code) for facet in FACETS},
            "cost": example.cost,
            "resources": example.resources,
            "partners": example.partners,
            "contact_role": example.contact_role,
            "reviewed": example.reviewed_date and example.reviewed_date.isoformat(),
            "published": example.first_published_at and example.first_published_at.isoformat(),
            "changed": example.last_published_at and example.last_published_at.isoformat(),
            "is_demonstration": example.is_demonstration,
        }
        if is_whole:
            data["texts"] = {name: plain(getattr(example, name)) for name in TEXTS}
            data["logic_model"] = {name.removeprefix("logic_"): lines(getattr(example, name)) for name in LOGIC}
            data["documents"] = [_document(row.document) for row in example.documents.select_related("document")]
    return data


def _key(facet):
    return facet.path.removesuffix("_code")


def _values(facet, example, words, code):
    if facet.terms:
        return [
            {"value": slug, "label": name_en if code == "en" and name_en else name}
            for name, name_en, slug in words.get(facet.name, ())
        ]
    value = getattr(example, facet.path)
    return {"value": value, "label": str(getattr(example, f"get_{facet.path}_display")())} if value else None


def _document(document):
    return {"title": document.title, "url": absolute(document.url), "bytes": document.file_size}


def plain(html):
    """Return a rich text as plain text, its paragraphs and list items on lines of their own."""
    return "\n".join(lines(unescape(strip_tags(BLOCK_END.sub("\n", html)))))


def lines(text):
    """Return the lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _words(ids):
    """Return {example id: {facet name: (name, name in English, slug) of its terms in their order}}, in one query."""
    parts = []
    for facet in FACETS:
        if facet.terms:
            through = getattr(ExamplePage, facet.path).through.objects.filter(examplepage_id__in=ids)
            to = facet.terms._meta.model_name
            columns = {name: F(f"{to}__{name}") for name in ("sort_order", "name", "name_en", "slug")}
            part = through.annotate(facet=Value(facet.name, CharField()), **columns)
            parts.append(part.values_list("examplepage_id", "facet", "sort_order", "name", "name_en", "slug"))
    found = {}
    for pk, facet, _order, *term in sorted(parts[0].union(*parts[1:], all=True)):
        found.setdefault(pk, {}).setdefault(facet, []).append(tuple(term))
    return found
