"""Which examples anybody may read, and what the page of one reads."""

from django.utils.translation import gettext_lazy as _

from casestudies.models import ExamplePage, PreventionLevel
from casestudies.models.example_page import LOGIC
from portal.core.pages import unrestricted

# The long texts of an example with their headings, in the order that its page shows them.
TEXTS = {
    "need": _("Behovet"),
    "goal": _("Målet"),
    "done": _("Det vi gjorde"),
    "logic": _("Varför det borde fungera"),
    "results": _("Resultat"),
    "not_working": _("Det här fungerade inte"),
    "lesson": _("Den viktigaste lärdomen"),
    "transferability": _("Om ni vill göra det hos er"),
    "ethics": _("Etik och integritet"),
    "advice": _("Råd på vägen"),
}


def published(locale_id=None):
    """Return the examples that anybody may read, in one language or in all, newest first."""
    examples = unrestricted(ExamplePage.objects.live())
    if locale_id:
        examples = examples.filter(locale_id=locale_id)
    return examples.order_by("-first_published_at", "-pk")


def cards(examples):
    """Leave out the long texts, which no card shows."""
    return examples.defer(*TEXTS, *LOGIC, "partners", "resources")


def latest(locale_id, limit):
    """Return the newest examples, for the start page and the feed."""
    return cards(published(locale_id))[:limit]


def levels_explained():
    """Return the levels of prevention with their explanations, from the widest to the narrowest."""
    return PreventionLevel.objects.all()
