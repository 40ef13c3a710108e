"""The pages of the public site. No cookie is set and no session read: they may all be cached."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render

from casestudies.queries import latest
from home import queries
from home.models import PortalSettings
from portal.core.forms import SearchForm
from portal.core.pages import absolute, filled_in, surroundings

NEWS_ON_START, EXAMPLES_ON_START = 3, 3
NEWS_PER_PAGE = 10
HITS_PER_PAGE = 10


def start(request, page):
    """The first page: what this is, how to join, and what is new."""
    invitation = queries.open_invitation(queries.invitations(page.locale_id))
    context = {
        "invitation": invitation,
        "registration": queries.registration(invitation.network) if invitation else None,
        "examples": latest(page.locale_id, EXAMPLES_ON_START),
        "news": queries.news(page.locale_id)[:NEWS_ON_START],
    }
    return render(request, "home/start.html", surroundings(request, page) | context)


def invitations(request, page):
    """The invitation that the settings name, at an address that never changes."""
    published = queries.invitations(page.locale_id)
    named = queries.named_invitation(request, published)
    if named is None:
        return render(request, "home/invitations.html", surroundings(request, page))
    around = surroundings(request, page)
    around["canonical"] = absolute(named.get_url(request))
    around["is_unlisted"] = around["is_unlisted"] or named.is_demonstration
    return _invitation(request, named, published, around)


def invitation(request, page):
    """One network's invitation."""
    return _invitation(request, page, queries.invitations(page.locale_id), surroundings(request, page))


def _invitation(request, page, published, around):
    opened = queries.open_invitation(published)
    network = next((other.network for other in published if other.network_id == page.network_id), None) or page.network
    meetings = list(page.meetings.all())
    context = {
        "page": page,
        "network": network,
        "registration": queries.registration(network),
        "facts": filled_in(page, queries.FACTS),
        "meetings": meetings,
        "afterwards": filled_in(page, queries.AFTERWARDS),
        "contacts": page.contacts.all(),
        "open_invitation": opened if opened and opened.network_id != network.pk else None,
        "events": queries.events(page, meetings),
    }
    return render(request, "home/invitation.html", around | context)


def news(request, page):
    """All news, a page at a time."""
    page_obj = Paginator(queries.news(page.locale_id), NEWS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/news.html", surroundings(request, page) | {"page_obj": page_obj})


def news_item(request, page):
    """A piece of news."""
    return render(request, "home/news_item.html", surroundings(request, page))


def standard(request, page):
    """A page of text."""
    return render(request, "home/standard.html", surroundings(request, page))


def contact(request, page):
    """How to reach those behind the portal."""
    details = PortalSettings.for_request(request)
    return render(request, "home/contact.html", surroundings(request, page) | {"details": details})


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
