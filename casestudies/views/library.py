"""The library of good examples. No cookie is set and no session read: the pages may all be cached."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from casestudies import queries
from portal.core.forms import SearchForm
from portal.core.pages import surroundings

EXAMPLES_PER_PAGE = 24


def examples(request, page):
    """The library: every example, or those that the reader's words and choices leave."""
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    listing = queries.listing(page.locale_id, queries.chosen_values(request.GET), text)
    paginator = Paginator(listing.examples, EXAMPLES_PER_PAGE)
    paginator.count = listing.total
    page_obj = paginator.get_page(request.GET.get("page"))
    shown = list(page_obj.object_list)
    levels = queries.levels_of(shown)
    context = {
        "form": form,
        "listing": listing,
        "page_obj": page_obj,
        "cards": [(example, levels.get(example.pk, ())) for example in shown],
        "chips": chips(listing),
    }
    return render(request, "casestudies/examples.html", surroundings(request, page) | choice(request) | context)


def choice(request):
    """Keep search engines to the whole list: the choices of facets are thousands. Nothing, when none is made."""
    return {"is_unlisted": True, "language_links": None} if request.GET else {}


def chips(listing):
    """Return (title, label, address without it) of each choice, the reader's words among them."""
    rows = [(facet.title, option.label, (facet.name, option.value)) for facet, option in listing.chosen]
    if listing.text:
        rows.insert(0, (_("Ord"), listing.text, ("q", listing.text)))
    pairs = [pair for _title, _label, pair in rows]
    return [(title, label, "?" + urlencode([other for other in pairs if other != pair])) for title, label, pair in rows]
