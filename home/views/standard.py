"""Pages of text, and how to reach those behind the portal."""

from django.shortcuts import render

from home.models import PortalSettings
from portal.core.pages import surroundings


def standard(request, page):
    """A page of text."""
    return render(request, "home/standard.html", surroundings(request, page))


def contact(request, page):
    """How to reach those behind the portal."""
    details = PortalSettings.for_request(request)
    return render(request, "home/contact.html", surroundings(request, page) | {"details": details})
