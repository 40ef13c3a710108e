"""Reading in organisations and people in Wagtail admin: choose a workbook, look at every row, confirm."""

import io

from django.http import FileResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from members.organisations import services
from members.organisations.forms import ImportForm, LookedAtForm
from members.organisations.models import Network
from members.organisations.querysets import is_portal_administrator
from portal.core.access import is_fresh, redirect_to_confirm, require

UPLOAD = "organisations_import:upload"
FILE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXAMPLE = {
    "organisation": "Exempelköpings kommun",
    "kind": "Kommun",
    "name": "Förnamn Efternamn",
    "email": "fornamn.efternamn@exempelkoping.example",
    "role": "Kontaktperson",
    "language": "Svenska",
}


def networks_of(user):
    """Return the running networks that the person may invite to."""
    running = Network.objects.running()
    return running if is_portal_administrator(user) else running.coordinated_by(user)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request):
    """Choose a file, after a code; what it would do is shown row by row, and nothing is written."""
    require(request.user, "organisations.import_membership", None)
    if not is_fresh(request):
        return redirect_to_confirm(request)
    form = ImportForm(request.POST or None, request.FILES or None, networks=networks_of(request.user))
    if request.method == "POST" and form.is_valid():
        table, network = form.cleaned_data["file"], form.cleaned_data["network"]
        plan = services.planned_import(table=table, network=network, by=request.user)
        return review_page(request, plan, network, table)
    return admin_page(request, "upload", {"form": form})


@require_POST
def confirm(request):
    """Write what was looked at, all of it or nothing."""
    require(request.user, "organisations.import_membership", None)
    form = LookedAtForm(request.POST, networks=networks_of(request.user), user=request.user)
    if not is_fresh(request) or not form.is_valid():
        messages.error(request, _("Det har gått för lång tid. Ladda upp filen igen."))
        return redirect(UPLOAD)
    table, network = form.cleaned_data["table"], form.cleaned_data["network"]
    try:
        plan = services.import_people(table=table, network=network, by=request.user)
    except services.ImportRefused as error:
        return review_page(request, error.plan, network, table)
    sent = len(plan.invited)
    told = ngettext("%(count)s inbjudan är skickad.", "%(count)s inbjudningar är skickade.", sent)
    messages.success(request, told % {"count": sent})
    return redirect("wagtailsnippets_organisations_invitation:list")


@require_safe
def template_file(request):
    """An empty table with its headings and one example."""
    require(request.user, "organisations.import_membership", None)
    book = import_string("openpyxl.Workbook")()
    book.active.append([names[0].capitalize() for names in services.COLUMNS.values()])
    book.active.append([EXAMPLE.get(key, "") for key in services.COLUMNS])
    for column in "ABCDEFGHI":
        book.active.column_dimensions[column].width = 24
    book.active.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="deltagare.xlsx", content_type=FILE_TYPE)


def review_page(request, plan, network, table):
    """Show each row with what it would do."""
    form = LookedAtForm(networks=networks_of(request.user), user=request.user)
    context = {"plan": plan, "network": network, "sealed": form.sealed(table) if plan.is_good else ""}
    return admin_page(request, "review", context)


def admin_page(request, template, context):
    """Answer with a page in Wagtail's frame."""
    title = _("Läs in deltagare")
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
            {"url": reverse(UPLOAD), "label": title},
        ],
    }
    return TemplateResponse(request, f"members/organisations/admin/import/{template}.html", {**frame, **context})
