"""What spans apps in Wagtail admin: starting the next network from the last, and ending one."""

from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from members.organisations.models import Network
from members.organisations.querysets import is_portal_administrator
from members.organisations.services import archive_network, reopen_network
from portal.core.access import require
from portal.ops import next_network, retention
from portal.ops.forms import NextNetworkForm


def networks_of(user):
    """Return the networks that the person may start the next one from."""
    return Network.objects.all() if is_portal_administrator(user) else Network.objects.coordinated_by(user)


@require_safe
def choose(request):
    """Choose the network that the next one is made from."""
    require(request.user, "organisations.start_next_network", None)
    context = {"networks": networks_of(request.user)}
    return admin_page(request, "choose", _("Starta nästa nätverk"), context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request, pk):
    """Ask what is new, show what would be made, and make it once it has been confirmed."""
    last = get_object_or_404(networks_of(request.user), pk=pk)
    require(request.user, "organisations.start_next_network", last)
    form = NextNetworkForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return admin_page(request, "start", last.name, {"last": last, "form": form})
    if "confirm" not in request.POST:
        plan = next_network.planned(last, form.cleaned_data["first_day"])
        return admin_page(request, "preview", form.cleaned_data["name"], {"last": last, "form": form, "plan": plan})
    try:
        network = next_network.start_next_network(last=last, by=request.user, **form.cleaned_data)
    except IntegrityError:
        form.add_error("slug", _("Adressen är upptagen. Välj en annan."))
        return admin_page(request, "start", last.name, {"last": last, "form": form})
    messages.success(request, _("Nätverket är startat. Inbjudan, träffar och uppgifter är utkast."))
    return redirect("wagtailsnippets_organisations_network:inspect", network.pk)


# What goes with a network's ending, in words.
GOING = {
    "registration.ApplicationPerson": gettext_lazy("Namn, e-postadresser och telefonnummer i anmälningarna"),
    "registration.CallNote": gettext_lazy("Anteckningar om samtal med dem som anmält sig"),
    "registration.DraftLink": gettext_lazy("Adresser som en länk till ett utkast skickades till"),
    "registration.RegistrarLink": gettext_lazy("Adresser som en länk till en registrator skickades till"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def archive(request, pk):
    """Say what ends at once and what goes when, and end the network once it has been confirmed."""
    require(request.user, "organisations.archive_network", None)
    network = get_object_or_404(Network, pk=pk)
    if request.method == "POST":
        archive_network(network=network, by=request.user)
        undo = messages.button(reverse("network_ending:reopen", args=[pk]), _("Öppna igen"))
        messages.success(request, _("Nätverket är avslutat."), buttons=[undo])
    if request.method == "POST" or network.is_archived:
        return redirect("wagtailsnippets_organisations_network:inspect", pk)
    return ending_page(request, "archive", _("Avsluta nätverket"), network)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request, pk):
    """Say what is still there, and open the network again once it has been confirmed."""
    require(request.user, "organisations.archive_network", None)
    network = get_object_or_404(Network, pk=pk)
    if request.method == "POST":
        reopen_network(network=network, by=request.user)
        messages.success(request, _("Nätverket är öppet igen."))
    if request.method == "POST" or not network.is_archived:
        return redirect("wagtailsnippets_organisations_network:inspect", pk)
    return ending_page(request, "reopen", _("Öppna nätverket igen"), network)


def ending_page(request, template, title, network):
    """Answer with a page that asks, with what goes and when."""
    now = timezone.now()
    found = retention.going_with(network).items()
    going = [{"what": GOING[label], "count": count, "at": at, "is_gone": at <= now} for label, (count, at) in found]
    crumb = {"url": reverse("wagtailsnippets_organisations_network:inspect", args=[network.pk]), "label": network.name}
    return admin_page(request, template, title, {"network": network, "going": going}, crumb=crumb, under="archiving")


def admin_page(request, template, title, context, *, crumb=None, under="next_network"):
    """Answer with a page in Wagtail's frame."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}]
    if template != "choose":
        crumbs.append(crumb or {"url": reverse("next_network:choose"), "label": _("Starta nästa nätverk")})
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": "group",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
    }
    return TemplateResponse(request, f"ops/{under}/{template}.html", {**frame, **context})
