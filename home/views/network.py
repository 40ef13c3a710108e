"""The networks' own pages."""

from django.shortcuts import render

from home import queries
from portal.core.pages import surroundings


def networks(request, page):
    """Every network that has a page, the running ones first."""
    context = {"networks": queries.network_pages(page.locale_id)}
    return render(request, "home/networks.html", surroundings(request, page) | context)


def network(request, page):
    """What a network is, where its participants are, and what they say for themselves."""
    around = surroundings(request, page)
    participants = queries.participants(page)
    context = {
        "network": page.network,
        "participants": participants,
        "map": queries.map_of(participants),
        "invitation": queries.invitation_to(page),
    }
    return render(request, "home/network.html", around | context)
