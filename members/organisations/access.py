"""The door of the extranet, and the ids that every `visible_to` builds on."""

from functools import wraps

from django import forms
from django.http import Http404

from members.organisations.enums import NETWORK_ROLES
from members.organisations.querysets import (
    coordinated_network_ids,
    memberships_of,
    network_ids_of,
    organisation_ids_of,
    participations_of,
)
from portal.core.access import redirect_to_login

__all__ = [
    "NETWORK_KEY",
    "coordinated_network_ids",
    "member_required",
    "memberships_of",
    "network_ids_of",
    "organisation_ids_of",
    "participations_of",
]

# The session remembers which of several networks the person is looking at.
NETWORK_KEY = "network"


def member_required(view):
    """Let in whoever takes part in a network, with a second factor; 404 for other accounts.

    Sets request.memberships (those in networks), and of the chosen network request.membership, request.network
    and request.organisation. A running network comes before a finished one until the person has chosen.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.is_verified():
            return redirect_to_login(request)
        memberships = [row for row in memberships_of(request.user) if row.role in NETWORK_ROLES]
        if not memberships:
            raise Http404
        choose(request, memberships)
        return view(request, *args, **kwargs)

    return wrapper


def choose(request, memberships):
    """Set the request's membership: the chosen network's, else the newest running one's."""
    request.memberships = memberships
    chosen = [row for row in memberships if row.network_id == request.session.get(NETWORK_KEY)]
    running = [row for row in memberships if not row.network.is_archived]
    request.membership = (chosen or running[::-1] or memberships[::-1])[0]
    request.network = request.membership.network
    request.organisation = request.membership.organisation


def look_at(request, network_id):
    """Turn the request to the network of the thing that it shows, when the person belongs there."""
    for row in request.memberships:
        if row.network_id == network_id and request.network.pk != network_id:
            request.membership, request.network, request.organisation = row, row.network, row.organisation
            request.session[NETWORK_KEY] = network_id
            return


class OpenedInForm(forms.Form):
    """The network that a form was opened in: in another tab the person may have turned to another one since."""

    network = forms.IntegerField(required=False, widget=forms.HiddenInput)


def turn_to_opened(request):
    """Turn the request to the network that a posted form was opened in; raises Http404 for who is not in it."""
    form = OpenedInForm(request.POST or None)
    network_id = form.cleaned_data["network"] if form.is_valid() else None
    if network_id is not None:
        look_at(request, network_id)
        if request.network.pk != network_id:
            raise Http404
