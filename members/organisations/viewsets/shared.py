"""What the listings share: a column with a day, and a page that asks before something is done."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column


def day(name, label):
    """Return a column with the day itself: how long ago it was says less."""
    return Column(name, label=label, accessor=lambda row: _shown(getattr(row, name)), sort_key=name)


def _shown(moment):
    if moment is None:
        return ""
    return date_format(timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment, "j M Y")


def ask(request, *, namespace, thing, question, yes):
    """Show a page in Wagtail's frame that asks before something is done."""
    title = str(thing)
    back = reverse(f"{namespace}:list")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}, {"url": back, "label": _("Listan")}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
        "question": question,
        "yes": yes,
        "back": back,
    }
    return TemplateResponse(request, "members/organisations/admin/ask.html", context)
