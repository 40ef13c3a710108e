"""The door of the extranet, and the ids that every `visible_to` builds on."""

from functools import wraps

from django import forms
from django.http import Http404

from members.organisations.enums import NETWORK_ROLES, Role
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
    "ORGANISATION_KEY",
    "coordinated_network_ids",
    "member_required",
    "memberships_of",
    "network_ids_of",
    "organisation_ids_of",
    "participations_of",
]

# The session remembers which of several networks the person is looking at.
NETWORK_KEY = "network"
# And for which of several organisations in it they act.
ORGANISATION_KEY = "organisation"


def member_required(view):
    """Let in whoever takes part in a network, with a second factor; 404 for other accounts.

    Sets request.memberships (those in networks), and of the chosen network request.membership, request.network
    and request.organisation. A running network comes before a finished one until the person has chosen. For the
    chooser: request.places, a membership for each network and organisation, and request.acts_for_several.
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
    request.places = _places(memberships)
    request.acts_for_several = len({row.organisation_id for row in memberships}) > 1
    chosen = [row for row in memberships if row.network_id == request.session.get(NETWORK_KEY)]
    running = [row for row in memberships if not row.network.is_archived]
    first = (chosen or running[::-1] or memberships[::-1])[0]
    _set(request, _chosen_in(request, first.network_id) or first)


def _places(memberships):
    """Return a membership for each network and organisation, those of a network together."""
    found = {}
    for row in memberships:
        found.setdefault(row.network_id, {}).setdefault(row.organisation_id, row)
    return [row for organisations in found.values() for row in organisations.values()]


def _chosen_in(request, network_id):
    """Return the membership for the organisation that the person has chosen to act for, if it is in that network."""
    place = (network_id, request.session.get(ORGANISATION_KEY))
    return next((row for row in request.memberships if (row.network_id, row.organisation_id) == place), None)


def _set(request, row):
    request.membership, request.network, request.organisation = row, row.network, row.organisation


def turn_to(request, row):
    """Turn the request, and those that follow, to that membership of the person's."""
    _set(request, row)
    request.session[NETWORK_KEY], request.session[ORGANISATION_KEY] = row.network_id, row.organisation_id


def look_at(request, network_id, organisation_id=None):
    """Turn the request to the network of the thing that it shows, when the person belongs there.

    And to its organisation, when they act for several; the network's coordinator reads it as that.
    """
    here = [row for row in request.memberships if row.network_id == network_id]
    own = [row for row in here if row.organisation_id == organisation_id]
    if here and request.network.pk != network_id:
        _set(request, _chosen_in(request, network_id) or here[0])
        request.session[NETWORK_KEY] = network_id
    if own and request.organisation.pk != organisation_id and request.membership.role != Role.COORDINATOR:
        turn_to(request, own[0])


class OpenedInForm(forms.Form):
    """Where a form was opened: in another tab the person may have turned to another network or organisation since."""

    network = forms.IntegerField(required=False, widget=forms.HiddenInput)
    for_organisation = forms.IntegerField(required=False, widget=forms.HiddenInput)


def turn_to_opened(request):
    """Turn the request to where a posted form was opened; raises Http404 for who does not take part there."""
    form = OpenedInForm(request.POST or None)
    opened = form.cleaned_data if form.is_valid() else {}
    network_id, organisation_id = opened.get("network"), opened.get("for_organisation")
    if network_id is not None:
        look_at(request, network_id)
        if request.network.pk != network_id:
            raise Http404
    if organisation_id is not None and organisation_id != request.organisation.pk:
        place = (request.network.pk, organisation_id)
        own = [row for row in request.memberships if (row.network_id, row.organisation_id) == place]
        if not own:
            raise Http404
        turn_to(request, own[0])
