"""The directory, with invitations and endings, and the choice of network."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.accounts.views.doors import go_on
from members.organisations import queries, services
from members.organisations.access import look_at, member_required, turn_to, turn_to_opened
from members.organisations.enums import Role
from members.organisations.forms import HandOverForm, InviteForm
from members.organisations.models import Invitation, Membership
from portal.core.access import (
    confirm_keeping_form,
    get_visible_or_404,
    is_fresh,
    may,
    redirect_to_confirm,
    require,
    typed_before,
)


@member_required
def directory(request):
    """Who takes part, organisation by organisation; and, for who looks after them, invitations and endings."""
    words = request.GET.get("q", "").strip()[:100]
    context = {
        "directory": queries.directory_of(request.network, words, user=request.user),
        "words": words,
        "may_invite": may(request.user, "organisations.invite_membership", _own_place(request)),
    }
    if context["may_invite"]:
        context["endable"] = queries.endable(context["directory"], request.user)
        context["invitations"] = queries.waiting_invitations(request.network, request.user)
        context["ended"] = queries.restorable_memberships(request.network, request.user)
    return render(request, "members/organisations/directory.html", context)


def _own_place(request):
    """Return an empty invitation to the person's own organisation and network: what the rule is asked about."""
    return Invitation(network=request.network, organisation=request.organisation)


@member_required
def invite(request):
    """Invite somebody by mail: a contact person to the own organisation, a coordinator to any."""
    turn_to_opened(request)
    require(request.user, "organisations.invite_membership", _own_place(request))
    own = None if request.membership.role == Role.COORDINATOR else request.organisation
    form = InviteForm(request.POST or None, network=request.network, own=own, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["role"] != Role.MEMBER and not is_fresh(request):
            return confirm_keeping_form(request)
        details = {"organisation": own, **form.cleaned_data}
        try:
            invitation = services.invite(**details, network=request.network, by=request.user, language=get_language())
        except services.AlreadyTakesPart:
            form.add_error("email", _("Den här personen deltar redan för organisationen."))
        else:
            messages.success(request, _("Inbjudan är skickad till %(email)s.") % {"email": invitation.email})
            return redirect("organisations:directory")
    return render(request, "members/organisations/invite.html", {"form": form, "own": own})


@member_required
@require_POST
def renew_invitation(request, pk):
    """Send the link anew; the old one stops working."""
    invitation = _led_invitation(request, pk)
    try:
        services.renew_invitation(invitation=invitation, by=request.user)
    except services.InvitationIsClosed:
        messages.error(request, _("Inbjudan är redan använd eller återtagen."))
    else:
        messages.success(request, _("En ny länk är skickad till %(email)s.") % {"email": invitation.email})
    return redirect("organisations:directory")


@member_required
@require_POST
def withdraw_invitation(request, pk):
    """Make the link useless."""
    invitation = _led_invitation(request, pk)
    services.withdraw_invitation(invitation=invitation, by=request.user)
    messages.success(request, _("Inbjudan till %(email)s är återtagen.") % {"email": invitation.email})
    return redirect("organisations:directory")


def _led_invitation(request, pk):
    invitation = get_visible_or_404(Invitation.objects.select_related("network"), request.user, pk)
    require(request.user, "organisations.withdraw_invitation", invitation)
    look_at(request, invitation.network_id)
    return invitation


@member_required
def end_membership(request, pk):
    """Ask, and then end a colleague's membership at once; the role of contact person takes a code first."""
    membership = _visible_membership(request, pk)
    require(request.user, "organisations.end_membership", membership)
    if membership.role != Role.MEMBER and not is_fresh(request):
        return redirect_to_confirm(request)
    if request.method == "POST":
        services.end_membership(membership=membership, by=request.user)
        messages.success(
            request,
            _("%(name)s deltar inte längre. Du kan ta tillbaka det längre ned på sidan.")
            % {"name": membership.user.name},
        )
        return redirect("organisations:directory")
    return render(request, "members/organisations/end_membership.html", {"membership": membership})


@member_required
def hand_over(request, pk):
    """Ask, and make a colleague contact person, in one's own place or beside."""
    membership = _visible_membership(request, pk)
    require(request.user, "organisations.hand_over_membership", membership)
    if not is_fresh(request):
        return redirect_to_confirm(request)
    leads = request.membership.is_contact_person and request.organisation.pk == membership.organisation_id
    form = HandOverForm(request.POST or None, leads=leads)
    if request.method == "POST" and (form.is_valid() or not form.fields):
        try:
            stays = form.cleaned_data["stays"] if form.is_bound else True
            services.hand_over(membership=membership, by=request.user, stays=stays)
        except services.NoLongerTakesPart:
            messages.error(request, _("Personen deltar inte längre."))
        else:
            messages.success(request, _("%(name)s är nu kontaktperson.") % {"name": membership.user.name})
        return redirect("organisations:directory")
    return render(request, "members/organisations/hand_over.html", {"membership": membership, "form": form})


@member_required
@require_POST
def restore_membership(request, pk):
    """Take the ending back; that of a contact person gives the role anew, and so takes a code first."""
    membership = _visible_membership(request, pk)
    require(request.user, "organisations.end_membership", membership)
    if membership.role != Role.MEMBER and not is_fresh(request):
        return redirect_to_confirm(request)
    try:
        services.restore_membership(membership=membership, by=request.user)
    except services.TooLateToRestore:
        messages.error(request, _("Det har gått för lång tid. Bjud in personen på nytt."))
    else:
        messages.success(request, _("%(name)s deltar igen.") % {"name": membership.user.name})
    return redirect("organisations:directory")


def _visible_membership(request, pk):
    rows = Membership.objects.select_related("user", "organisation", "network")
    membership = get_visible_or_404(rows, request.user, pk)
    look_at(request, membership.network_id)
    return membership


@member_required
def choose_network(request):
    """Turn the extranet to another of the person's networks, or organisations."""
    if request.method == "POST":
        place = queries.place_of(request.memberships, request.POST.get("network", ""))
        if place is not None:
            turn_to(request, place)
            return go_on(request)
    return render(request, "members/organisations/choose_network.html")
