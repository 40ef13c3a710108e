"""A network's invitation."""

from django.shortcuts import render

from home import queries
from home.forms import DecisionForm
from portal.core.pages import absolute, filled_in, surroundings


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
    page.network = network
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
        "has_dates": any(meeting.date for meeting in meetings),
        "forwarding": queries.forwarding(page),
        "decision_form": DecisionForm(),
        "events": queries.events(page, meetings),
    }
    return render(request, "home/invitation.html", around | context)
