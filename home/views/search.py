"""The search of the site, and what search engines read."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _

from home import queries
from portal.core.forms import SearchForm
from portal.core.pages import absolute, locale_ids, public

HITS_PER_PAGE = 10


@public
def search(request):
    """Search the public pages of the language that the address is in, all of them or one kind."""
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    found = queries.search(text, locale_ids(request)[request.LANGUAGE_CODE])
    sorted_ids = queries.by_kind(found)
    kind = request.GET.get("slag", "")
    ids = sorted_ids.get(kind, found.ids)
    page_obj = Paginator(ids, HITS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "text": text,
        "found": found,
        "kinds": _kinds(text, kind, sorted_ids),
        "page_obj": page_obj,
        "hits": queries.pages_in_order(page_obj.object_list, found),
    }
    return render(request, "home/search.html", context)


def _kinds(text, chosen, sorted_ids):
    """The choices among kinds, with how many each has; a kind without any cannot be chosen."""
    whole = {"name": _("Allt"), "count": sum(map(len, sorted_ids.values())), "kind": "", "current": False}
    rows = [whole] + [
        {"name": name, "count": len(sorted_ids[kind]), "kind": kind} for kind, (name, _model) in queries.KINDS.items()
    ]
    for row in rows:
        row["current"] = row["kind"] == (chosen if chosen in sorted_ids else "")
        row["url"] = "?" + urlencode({"q": text} | ({"slag": row["kind"]} if row["kind"] else {}))
    return [row for row in rows if row["count"] or row["current"]]


@public
def sitemap(request):
    """All public pages for search engines, each with its translations."""
    addresses = [
        {"url": absolute(page.get_url(request)), "changed": page.last_published_at, "alternates": alternates}
        for page, alternates in queries.with_translations(queries.mapped())
    ]
    for row in addresses:
        row["alternates"] = [(code, absolute(other.get_url(request))) for code, other in row["alternates"]]
    return render(request, "home/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


@public
def robots(request):
    """What search engines should leave alone: what needs a login, and endless combinations of filters."""
    return render(request, "home/robots.txt", {"site_url": settings.SITE_URL}, content_type="text/plain")
