"""The page of an example. No cookie is set and no session read: it may be cached."""

from django.shortcuts import render

from casestudies import queries
from casestudies.enums import EvidenceStrength
from portal.core.pages import filled_in, surroundings


def example(request, page):
    """A good example; of its fields only those that somebody has filled in."""
    context = {
        "texts": filled_in(page, queries.TEXTS),
        "terms": queries.terms(page),
        "documents": page.documents.select_related("document"),
        "evidence": EvidenceStrength(page.evidence) if page.evidence else None,
    }
    return render(request, "casestudies/example.html", surroundings(request, page) | context)
