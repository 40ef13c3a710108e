"""The library of good examples, as a list and as a map."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from casestudies import queries
from portal.core.forms import SearchForm
from portal.core.pages import surroundings


def examples(request, page):
    """The library: every example, or those that the reader's words and choices leave."""
    form = SearchForm(request.GET)
    choice = queries.choice_in(request.GET)
    listing = queries.listing(page.locale_id, choice, request.GET.get("page"))
    context = {
        "form": form,
        "choice": choice,
        "listing": listing,
        "page_obj": listing.page_obj,
        "chips": chips(listing),
        "meant_query": choice.query(text=listing.found.suggestion),
        "query": choice.query(order="", view=queries.LIST),
        "views": [(name, title, choice.query(view=name)) for name, title in queries.VIEWS.items()],
        "orders": orders(choice),
    }
    return render(request, "casestudies/examples.html", surroundings(request, page) | unlisted(request) | context)


def unlisted(request):
    """Keep search engines to the whole list: the choices of facets are thousands. Nothing, when none is made."""
    return {"is_unlisted": True, "language_links": None} if request.GET else {}


def chips(listing):
    """Return (title, label, address without it) of each choice, the reader's words among them."""
    choice = listing.choice
    rows = [
        (facet.title, option.label, choice.toggled(facet.name, option.value).query())
        for facet, option in listing.chosen
    ]
    if choice.text:
        rows.insert(0, (_("Ord"), choice.text, choice.query(text="")))
    return rows


def orders(choice):
    """Return (name, title, address) of the orders that the list can have; the best match takes words to match."""
    names = [name for name in queries.ORDERS if choice.text or name != queries.MATCH]
    return [(name, queries.ORDERS[name], choice.query(order=name)) for name in names]
