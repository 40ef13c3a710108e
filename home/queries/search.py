"""What the search of the site finds, and what search engines may list."""

from django.apps import apps
from wagtail.models import Locale, Page

from portal.core.pages import PublicPage
from portal.core.search import ranked_ids


def findable(locale_id):
    """Return the pages that anybody may find: published, unrestricted, in that language."""
    return Page.objects.live().public().filter(locale_id=locale_id, depth__gt=1)


def search(text):
    """Return the ids of the pages that match in the language of the address, best first."""
    return ranked_ids(findable(Locale.get_active().pk), text)


def pages_in_order(ids):
    """Return the pages with those ids, as their own types, in that order."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [found[pk] for pk in ids if pk in found]


def mapped():
    """Return what a search engine may list: public pages of every language that are no demonstration."""
    invented = [
        model.objects.filter(is_demonstration=True).order_by().values("pk")
        for model in apps.get_models()
        if issubclass(model, PublicPage)
    ]
    hidden = invented[0].union(*invented[1:], all=True)
    pages = Page.objects.live().public().filter(depth__gt=1).exclude(pk__in=list(hidden.values_list("pk", flat=True)))
    return pages.order_by("path")
