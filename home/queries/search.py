"""What the search of the site finds, and what search engines may list."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.core.pages import PublicPage, unrestricted
from portal.core.search import find

# How a reader sorts what was found: the word in the address, what it is called, and the model of its pages.
# What belongs to none of them is a page.
KINDS = {
    "exempel": (_("Goda exempel"), "casestudies.ExamplePage"),
    "inbjudan": (_("Inbjudningar"), "home.InvitationPage"),
    "nyhet": (_("Nyheter"), "home.NewsPage"),
    "sida": (_("Sidor"), ""),
}


def findable(locale_id):
    """Return the pages that anybody may find: published, unrestricted, in that language."""
    return unrestricted(Page.objects.live()).filter(locale_id=locale_id, depth__gt=1)


def search(text, locale_id):
    """Return what is found in a language: its ids best first, and what may have been meant."""
    return find(findable(locale_id), text)


def by_kind(found):
    """Return {kind: ids, best first} of what a search gave, the empty kinds too."""
    names = {
        ContentType.objects.get_for_model(apps.get_model(model)).pk: kind
        for kind, (_label, model) in KINDS.items()
        if model
    }
    sorted_ids = {kind: [] for kind in KINDS}
    for pk, content_type in found.types.items():
        sorted_ids[names.get(content_type, "sida")].append(pk)
    return sorted_ids


def pages_in_order(ids, found):
    """Return the pages with those ids, as their own types, in that order. One query a type."""
    of_type = {}
    for pk in ids:
        of_type.setdefault(found.types[pk], []).append(pk)
    pages = {}
    for content_type, keys in of_type.items():
        pages |= ContentType.objects.get_for_id(content_type).model_class()._default_manager.in_bulk(keys)
    return [pages[pk] for pk in ids if pk in pages]


def mapped():
    """Return what a search engine may list: public pages of every language that are no demonstration."""
    invented = [
        model.objects.filter(is_demonstration=True).order_by().values("pk")
        for model in apps.get_models()
        if issubclass(model, PublicPage)
    ]
    hidden = invented[0].union(*invented[1:], all=True)
    pages = Page.objects.live().public().filter(depth__gt=1).exclude(pk__in=list(hidden.values_list("pk", flat=True)))
    return pages.select_related("locale").order_by("path")


def with_translations(pages):
    """Return (page, [(language, page) of itself and its translations]); a page in one language has no alternates."""
    pages = list(pages)
    families = {}
    for page in pages:
        families.setdefault(page.translation_key, []).append((page.locale.language_code, page))
    return [(page, family if len(family := families[page.translation_key]) > 1 else []) for page in pages]
