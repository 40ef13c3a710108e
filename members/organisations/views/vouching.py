"""Vouching for a colleague who has lost the telephone and the recovery codes."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from members.accounts.models import User
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


def vouch_for_account(request, pk):
    """The same in Wagtail admin, by an administrator, for somebody who may be in no network."""
    account = get_visible_or_404(User.objects, request.user, pk)
    require(request.user, "accounts.vouch_user", account)
    if not is_fresh(request):
        return HttpResponseRedirect(address_of("accounts:confirm", request.get_full_path()))
    back = reverse("wagtailusers_users:edit", args=[account.pk])
    if request.method == "POST":
        services.vouch_for_account(account=account, by=request.user)
        messages.success(request, _("%(name)s har fått ett mejl om när det går att börja om.") % {"name": account.name})
        return redirect(back)
    title = _("Gå i god för %(name)s") % {"name": account.name}
    crumbs = [{"url": reverse("wagtailusers_users:index"), "label": _("Konton")}, {"url": "", "label": title}]
    context = {"page_title": title, "header_title": title, "header_icon": "user", "breadcrumbs_items": crumbs}
    context |= {"account": account, "back": back}
    return TemplateResponse(request, "members/organisations/admin/vouch.html", context)
