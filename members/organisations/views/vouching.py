"""Vouching for a colleague who has lost the telephone and the recovery codes."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from members.accounts.views.doors import address_of, is_fresh
from members.organisations import services
from members.organisations.access import look_at, member_required
from members.organisations.models import Membership
from portal.core.access import get_visible_or_404, require


@member_required
def vouch(request, pk):
    """Say what to make sure of, and then begin the wait."""
    rows = Membership.objects.select_related("user", "organisation", "network")
    membership = get_visible_or_404(rows, request.user, pk)
    look_at(request, membership.network_id)
    require(request.user, "organisations.vouch_membership", membership)
    if not is_fresh(request):
        return HttpResponseRedirect(address_of("accounts:confirm", request.get_full_path()))
    if request.method == "POST":
        services.vouch(membership=membership, by=request.user)
        messages.success(
            request, _("%(name)s har fått ett mejl om när det går att börja om.") % {"name": membership.user.name}
        )
        return redirect("organisations:directory")
    return render(request, "members/organisations/vouch.html", {"membership": membership})
