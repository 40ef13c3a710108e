"""The pages of the inventory: one's own organisation's, and for the coordinator everybody's."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from members.needs import queries, services
from members.needs.forms import InventoryForm
from members.needs.models import Inventory
from members.organisations.access import look_at, member_required, turn_to_opened
from portal.core.access import get_visible_or_404, may, require

CONFLICT = 409


@require_safe
@member_required
def index(request):
    """One's own organisation's inventory; for the coordinator a list of all."""
    if may(request.user, "needs.follow_inventories", request.network):
        inventories = queries.inventories_of(request.user, request.network)
        return render(request, "members/needs/index.html", {"inventories": inventories})
    own = queries.own_inventory(request.network, request.organisation)
    return show(request, own or Inventory(network=request.network, organisation=request.organisation))


@require_safe
@member_required
def inventory(request, pk):
    """One organisation's inventory."""
    inventories = Inventory.objects.select_related("network", "organisation", "updated_by")
    found = get_visible_or_404(inventories, request.user, pk)
    look_at(request, found.network_id, found.organisation_id)
    return show(request, found)


def show(request, found):
    """Answer with the page of an inventory."""
    may_write = may(request.user, "needs.change_inventory", found)
    return render(request, "members/needs/inventory.html", {"inventory": found, "may_write": may_write})


@member_required
def write(request):
    """Write the organisation's inventory; what was typed is kept whatever else happens."""
    own = load_own(request)
    form = InventoryForm(request.POST or None, inventory=own)
    if not form.is_bound or not form.is_valid():
        return show_form(request, own, form)
    try:
        services.write(**about(request), texts=form.typed, edit_number=form.cleaned_data["edit_number"])
    except services.StaleEdit as stale:
        form.show_conflict(stale.inventory.texts, stale.inventory.edit_number)
        return show_form(request, own, form, status=CONFLICT, conflict=stale.inventory)
    messages.success(request, _("Inventeringen är sparad."))
    return redirect("needs:index")


@require_POST
@member_required
def autosave(request):
    """Save the texts in the background; answers in JSON with the number to go on from."""
    form = InventoryForm(request.POST, inventory=load_own(request))
    if not form.is_valid():
        return JsonResponse({"message": _("Inte sparat: det finns något att rätta.")}, status=422)
    try:
        saved = services.write(**about(request), texts=form.typed, edit_number=form.cleaned_data["edit_number"])
    except services.StaleEdit:
        message = _("En kollega har ändrat texten. Välj Spara, så visas båda texterna.")
        return JsonResponse({"message": message}, status=CONFLICT)
    message = _("Sparat %(time)s") % {"time": formats.time_format(timezone.localtime(), "H:i")}
    return JsonResponse({"message": message, "fields": form.fields_after(saved.texts, saved.edit_number)})


# The steps that the views share.


def about(request):
    """Return whose inventory is written, and by whom."""
    return {"network": request.network, "organisation": request.organisation, "by": request.user}


def load_own(request):
    """Return the organisation's inventory, or None; raises PermissionDenied for who may not write it."""
    turn_to_opened(request)
    mine = Inventory(network=request.network, organisation=request.organisation)
    require(request.user, "needs.change_inventory", mine)
    return queries.own_inventory(request.network, request.organisation)


def show_form(request, own, form, *, status=200, conflict=None):
    """Answer with the form."""
    return render(request, "members/needs/write.html", {"own": own, "form": form, "conflict": conflict}, status=status)
