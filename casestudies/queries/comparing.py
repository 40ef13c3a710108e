"""Two or three examples side by side."""

from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from casestudies.enums import EvidenceStrength
from casestudies.queries.examples import TEXTS, published
from casestudies.queries.facets import FACETS
from casestudies.queries.reading import words_of_each

MOST = 3
PLAIN = {
    "organisation_kind": _("Typ av organisation"),
    "organisation_size": _("Storlek"),
    "county_code": _("Län"),
    "cost": _("Kostnad"),
    "resources": _("Resurser"),
    "partners": _("Samverkan"),
}


@dataclass(frozen=True)
class Row:
    """One thing to compare by: its title, and for each example its value or nothing. `kind` says how to show it."""

    title: str
    kind: str
    cells: list


def to_compare(ids, locale_id):
    """Return at most three published examples in the order of the ids, each in that language. Two queries.

    An id may be of the example in the other language: the address then means the same in both.
    """
    keys = dict(Page.objects.filter(pk__in=ids[: 2 * MOST]).values_list("pk", "translation_key"))
    order = list(dict.fromkeys(keys[pk] for pk in ids if pk in keys))
    found = {page.translation_key: page for page in published(locale_id).filter(translation_key__in=order)}
    return [found[key] for key in order if key in found][:MOST]


def comparison(examples):
    """Return the rows in which any of the examples has something to say. One query."""
    words = words_of_each([example.pk for example in examples])
    rows = [Row(_("Sammanfattning"), "text", [example.summary for example in examples])]
    rows.append(Row(_("Hur säkert är det?"), "evidence", [_evidence(example) for example in examples]))
    rows += [Row(title, "text", [_shown(example, name) for example in examples]) for name, title in PLAIN.items()]
    rows += [
        Row(facet.title, "words", [words[example.pk][facet.name] for example in examples])
        for facet in FACETS
        if facet.terms
    ]
    rows += [
        Row(title, "rich", [_written(getattr(example, name)) for example in examples]) for name, title in TEXTS.items()
    ]
    return [row for row in rows if any(row.cells)]


def _evidence(example):
    return EvidenceStrength(example.evidence) if example.evidence else None


def _shown(example, name):
    """The value as a reader knows it; a band of cost stands in for a cost that nobody wrote out."""
    if name == "cost" and not example.cost:
        name = "cost_band"
    display = getattr(example, f"get_{name}_display", None)
    return display() if display else getattr(example, name)


def _written(text):
    return text if strip_tags(text).strip() else ""
