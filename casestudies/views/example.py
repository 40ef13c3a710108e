"""The page of an example. No cookie is set and no session read: it may be cached."""

from datetime import timedelta
from urllib.parse import quote

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from casestudies import queries
from casestudies.enums import EvidenceStrength
from portal.core.pages import filled_in, surroundings

# An older review is told of with a caution; and so many sections want a table of contents.
REVIEW_LASTS = timedelta(days=2 * 365)
LONG = 6


def example(request, page):
    """A good example; of its fields only those that somebody has filled in."""
    around = surroundings(request, page)
    is_preview = getattr(request, "is_preview", False)
    words = queries.words_in_form(page) if is_preview else queries.words_of(page)
    texts = filled_in(page, queries.TEXTS)
    uses, origins = queries.uses(page)
    context = {
        "page_url": page.get_url(request) or "",
        "texts": texts,
        "is_long": len(texts) >= LONG,
        "words": queries.titled(words),
        "documents": queries.documents(page),
        "related": queries.related(words, locale_id=page.locale_id, besides=page.pk),
        "uses": uses,
        "origins": origins,
        "evidence": EvidenceStrength(page.evidence) if page.evidence else None,
        "is_old": page.reviewed_date and page.reviewed_date < timezone.localdate() - REVIEW_LASTS,
        "citation": citation(page, around["canonical"]),
        "mail": mail(page, around["canonical"]),
    }
    return render(request, "casestudies/example.html", around | context)


def citation(page, address):
    """Return how to refer to the example, after APA: who, year, title, where."""
    published = page.first_published_at or timezone.now()
    return _("%(organisation)s. (%(year)s). %(title)s. Nätverksportalen. %(address)s") % {
        "organisation": page.organisation_name.rstrip("."),
        "year": timezone.localtime(published).year,
        "title": page.title.rstrip("."),
        "address": address,
    }


def mail(page, address):
    """Return a mailto: address with the link in it; the reader's own program sends it, to whom the reader will."""
    subject = _("Ett gott exempel: %(title)s") % {"title": page.title}
    body = f"{page.title}\n{page.summary}\n\n{address}\n"
    return f"mailto:?subject={quote(subject)}&body={quote(body)}"
