"""Once a year: is what I tell of myself still right, and do my colleagues still take part?"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.accounts import services as accounts
from members.organisations import services
from members.organisations.access import look_at, member_required, turn_to_opened
from members.organisations.models import Invitation, Membership
from portal.core.access import get_visible_or_404, may, require


@member_required
@require_POST
def confirm_details(request):
    """What stands about me is still right."""
    accounts.confirm_details(by=request.user)
    messages.success(request, _("Tack. Vi frågar igen om ett år."))
    return redirect("journey:start")


@member_required
def look_over(request):
    """Who takes part for the own organisation, each to confirm or to end; by POST, all of them still do."""
    turn_to_opened(request)
    place = Invitation(network=request.network, organisation=request.organisation)
    require(request.user, "organisations.look_over_membership", place)
    rows = Membership.objects.colleagues_of(request.membership).select_related("user", "organisation", "network")
    if request.method == "POST":
        to_confirm = [row for row in rows.to_confirm() if may(request.user, "organisations.confirm_membership", row)]
        services.confirm_memberships(memberships=to_confirm, by=request.user)
        messages.success(request, _("Tack. Vi frågar igen om ett år."))
        return redirect("organisations:look_over")
    to_confirm = set(rows.to_confirm().values_list("pk", flat=True))
    context = {"rows": rows.order_by("user__name", "pk"), "to_confirm": to_confirm}
    return render(request, "members/organisations/look_over.html", context)


@member_required
@require_POST
def confirm_membership(request, pk):
    """The colleague still takes part."""
    rows = Membership.objects.select_related("user", "organisation", "network")
    membership = get_visible_or_404(rows, request.user, pk)
    require(request.user, "organisations.confirm_membership", membership)
    look_at(request, membership.network_id, membership.organisation_id)
    services.confirm_memberships(memberships=[membership], by=request.user)
    messages.success(request, _("%(name)s deltar fortfarande.") % {"name": membership.user.name})
    return redirect("organisations:look_over")
