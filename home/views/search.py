"""The search of the site, and what search engines read."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render

from home import queries
from portal.core.forms import SearchForm
from portal.core.pages import absolute

HITS_PER_PAGE = 10


def search(request):
    """Search the public pages of the language that the address is in."""
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    page_obj = Paginator(queries.search(text) if text else [], HITS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "text": text, "page_obj": page_obj, "hits": queries.pages_in_order(page_obj.object_list)}
    return render(request, "home/search.html", context)


def sitemap(request):
    """All public pages for search engines, in every language."""
    addresses = [(absolute(page.get_url(request)), page.last_published_at) for page in queries.mapped()]
    return render(request, "home/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


def robots(request):
    """What search engines should leave alone: what needs a login, and endless combinations of filters."""
    return render(request, "home/robots.txt", {"site_url": settings.SITE_URL}, content_type="text/plain")
