"""The coordinator's numbers in Wagtail admin: one network at a time, to look at or to print."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from members.organisations.models import Network
from members.registration import queries


def numbers(request):
    """Show the numbers of one of the person's networks: the one asked for, else the newest that is running."""
    networks = sorted(Network.objects.coordinated_by(request.user), key=lambda network: network.is_archived)
    asked = request.GET.get("network")
    chosen = [network for network in networks if asked in (None, str(network.pk))]
    if not chosen:
        raise Http404
    title = _("Siffror")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        {"url": reverse("wagtailsnippets_registration_application:list"), "label": _("Anmälningar")},
        {"url": "", "label": title},
    ]
    frame = {"page_title": title, "header_title": title, "header_icon": "table", "breadcrumbs_items": crumbs}
    context = {**frame, "networks": networks, "network": chosen[0], "numbers": queries.numbers(chosen[0])}
    return TemplateResponse(request, "members/registration/admin/numbers.html", context)
