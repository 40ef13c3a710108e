"""A member's own page, and their picture."""

from csp.constants import NONE
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from members.organisations import queries
from members.organisations.access import look_at, member_required
from members.organisations.models import Membership
from portal.core.access import get_visible_or_404, may, verified_required

SIZES = {"stor": "large", "liten": "small"}


@require_safe
@member_required
def member(request, pk):
    """What the reader may see of somebody in the network, where they take part, and how to reach them."""
    rows = Membership.objects.current().exclude(network=None)
    row = get_visible_or_404(rows.select_related("user__portrait", "organisation", "network"), request.user, pk)
    look_at(request, row.network_id)
    row.told, row.portrait = queries.told_to(request.user, row), queries.portrait_told_to(request.user, row)
    context = {
        "row": row,
        "elsewhere": queries.elsewhere(request.user, row),
        "may_end": may(request.user, "organisations.end_membership", row),
        "may_hand_over": may(request.user, "organisations.hand_over_membership", row) and not row.is_contact_person,
    }
    return render(request, "members/organisations/member.html", context)


@require_safe
@verified_required
def portrait(request, uuid, size):
    """Hand out somebody's picture to whom its owner shows it; asked each time, and kept by no cache.

    404 for what the person may not see, as for what there is not: the address tells nothing.
    """
    found = queries.portrait_or_none(request.user, uuid) if size in SIZES else None
    if found is None:
        raise Http404
    try:
        response = FileResponse(getattr(found, SIZES[size]).open(), content_type="image/jpeg")
    except FileNotFoundError as error:
        raise Http404 from error
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response._csp_config = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": []}
    return response
