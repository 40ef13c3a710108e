"""The extranet's search page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from members.organisations.access import member_required
from members.search.forms import SearchForm
from members.search.queries import MOST, PER_SOURCE, search
from members.search.sources import SOURCES
from portal.core.textsearch import words_in


@require_safe
@member_required
def index(request):
    """Search in all that the person may see, or in one source alone."""
    form = SearchForm(request.GET, sources=SOURCES)
    wanted = form.cleaned_data if form.is_valid() else {"q": "", "i": ""}
    words = words_in(wanted["q"])
    sources = [source for source in SOURCES if wanted["i"] in ("", source.name)]
    limit = MOST if wanted["i"] else PER_SOURCE
    context = {
        "query": wanted["q"],
        "one_source": sources[0] if wanted["i"] else None,
        "groups": search(sources, user=request.user, words=words, limit=limit) if words else [],
    }
    return render(request, "members/search/index.html", context)
