"""The coordinator applies on behalf of an organisation, and sees what waits for its confirmation."""

from datetime import timedelta

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from members.organisations.enums import RegistrationState
from members.organisations.models import Network
from members.registration import services
from members.registration.forms import OnBehalfForms, ReminderForm, labels_to_pick
from members.registration.models import OnBehalf
from members.registration.viewsets import handling
from portal.core.access import require
from portal.core.viewsets.gate import ids_or_404

WAITING = f"{handling.NAMESPACE}:waiting"


def waiting(request):
    """List what the organisations have not confirmed yet, the oldest first."""
    rows = OnBehalf.objects.visible_to(request.user).waiting().select_related("draft__network", "by")
    for row in rows:
        row.goes_at = row.draft.changed_at + timedelta(days=settings.DRAFT_DAYS)
        row.is_closed = row.network.registration_state == RegistrationState.CLOSED
    return _page(request, "waiting", _("Väntar på bekräftelse"), rows=rows)


def register(request):
    """Fill in what an organisation told, and mail it the link by which it confirms."""
    require(request.user, "registration.add_onbehalf")
    networks = Network.objects.accepting().coordinated_by(request.user)
    forms = OnBehalfForms(request.POST or None, request.FILES or None, networks=networks)
    if request.method == "POST" and forms.is_valid():
        try:
            about = services.register_on_behalf(by=request.user, **forms.cleaned_data)
        except services.RegistrationClosed:
            messages.error(request, _("Anmälan till nätverket är stängd. Inget mejl har skickats."))
        else:
            told = _("Mejlet är på väg till %(email)s. Anmälan är inte inskickad förrän %(name)s har bekräftat den.")
            messages.success(request, told % {"email": about.email, "name": about})
            return redirect(WAITING)
    names = labels_to_pick()
    title = _("Anmäl åt en organisation")
    return _page(request, "register", title, forms=forms, networks=networks, organisations=names)


def remind(request, waiting_id):
    """Mail the link once more, if need be to another address."""
    about = _own(request, waiting_id)
    require(request.user, "registration.change_onbehalf", about)
    form = ReminderForm(request.POST or None, initial={"email": about.email})
    if form.is_valid():
        try:
            services.remind_to_confirm(on_behalf=about, by=request.user, **form.cleaned_data)
        except services.RemindedRecently:
            form.add_error("email", _("Adressen har fått mejlet det senaste dygnet. Vänta till i morgon, eller ring."))
        except services.RegistrationClosed:
            form.add_error(None, _("Anmälan till nätverket är stängd, så det går inte att bekräfta. Ring i stället."))
        except (services.AlreadyConfirmed, services.AlreadyDeclined):
            return _moved_on(request)
        else:
            messages.success(request, _("Mejlet är på väg till %(email)s.") % form.cleaned_data)
            return redirect(WAITING)
    return _page(request, "remind", _("Skicka påminnelse"), about=about, form=form)


def remove(request, waiting_id):
    """Ask once more, and take back what was written."""
    about = _own(request, waiting_id)
    require(request.user, "registration.delete_onbehalf", about)
    if request.method == "POST":
        try:
            services.remove_on_behalf(on_behalf=about, by=request.user)
        except services.HasBeenChanged:
            messages.error(request, _("Organisationen har själv ändrat i uppgifterna. De är organisationens nu."))
        except services.AlreadyConfirmed:
            return _moved_on(request)
        else:
            messages.success(request, _("Uppgifterna är borttagna, och länken fungerar inte längre."))
        return redirect(WAITING)
    return _page(request, "remove", _("Ta bort"), about=about)


def _own(request, waiting_id):
    [pk] = ids_or_404(OnBehalf, [waiting_id])
    rows = OnBehalf.objects.visible_to(request.user).waiting().select_related("draft__network", "by")
    return get_object_or_404(rows, pk=pk)


def _moved_on(request):
    messages.error(request, _("Det går inte längre: organisationen har redan svarat. Inget mejl har skickats."))
    return redirect(WAITING)


def _page(request, name, title, **context):
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        {"url": reverse(f"{handling.NAMESPACE}:list"), "label": _("Anmälningar")},
        {"url": "", "label": title},
    ]
    if name in ("remind", "remove"):
        crumbs.insert(2, {"url": reverse(WAITING), "label": _("Väntar på bekräftelse")})
    frame = {"page_title": title, "header_title": title, "header_icon": "form", "breadcrumbs_items": crumbs}
    return TemplateResponse(request, f"members/registration/admin/on_behalf_{name}.html", frame | context)
