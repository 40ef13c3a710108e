"""The members' start page, and the organisation's work over time."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from members.journey import queries
from members.organisations.access import member_required
from members.organisations.enums import PARTICIPANT_ROLES, Role


@require_safe
@member_required
def start(request):
    """Say in ten seconds what to do next; of a finished network, where everything is."""
    work = queries.own_work(request.user, request.network, request.organisation) if takes_part(request) else None
    context = {
        "now": queries.around(request.user, request.network),
        "work": work,
        "beginning": queries.beginning(request.membership, work.inventory) if work else [],
        "still_right": queries.still_right(request.user, request.membership),
        "today": queries.today(request.user, request.network) if coordinates(request) else None,
    }
    return render(request, "members/journey/start.html", context)


@require_safe
@member_required
def our_work(request):
    """The organisation's way through the network; for the coordinator, where each organisation stands."""
    if coordinates(request):
        rows = queries.organisations_at_work(request.network)
        return render(request, "members/journey/organisations.html", {"rows": rows})
    work = queries.own_work(request.user, request.network, request.organisation)
    timeline = queries.timeline(request.user, request.network, request.organisation, work)
    return render(request, "members/journey/our_work.html", {"work": work, "timeline": timeline})


def takes_part(request):
    """Whether the person is here for an organisation of the network."""
    return request.membership.role in PARTICIPANT_ROLES


def coordinates(request):
    """Whether the person is here as the network's coordinator."""
    return request.membership.role == Role.COORDINATOR
