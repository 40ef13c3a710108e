"""The invoice basis in Wagtail admin: the lines of a network, and the same as a file, behind a code."""

import csv
import io
from decimal import Decimal

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.accounts.views.doors import fresh_code_required
from members.organisations.models import Network
from members.registration import services
from members.registration.models import InvoiceLine
from portal.core.access import require
from portal.core.cells import plain
from portal.core.signs import printable

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportForm(forms.Form):
    """Which network's lines, which of them, and in what shape."""

    network = forms.ModelChoiceField(label=gettext_lazy("Nätverk"), queryset=Network.objects.none(), empty_label=None)
    which = forms.ChoiceField(
        label=gettext_lazy("Vilka rader"),
        choices=[("new", gettext_lazy("De som inte har hämtats förut")), ("all", gettext_lazy("Alla"))],
    )
    shape = forms.ChoiceField(label=gettext_lazy("Filformat"), choices=[("xlsx", "Excel (XLSX)"), ("csv", "CSV")])

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = Network.objects.coordinated_by(user)


@fresh_code_required
def invoices(request):
    """Show the lines of the person's networks; by POST, take a network's lines away as a file."""
    require(request.user, "registration.export_invoiceline")
    form = ExportForm(request.POST or None, user=request.user)
    if form.is_valid():
        data = form.cleaned_data
        is_new_only = data["which"] == "new"
        lines = services.export_lines(network=data["network"], by=request.user, is_new_only=is_new_only)
        return _file(lines, data["network"], data["shape"])
    title = _("Fakturaunderlag")
    lines = InvoiceLine.objects.visible_to(request.user).select_related("application__network")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        {"url": reverse("wagtailsnippets_registration_application:list"), "label": _("Anmälningar")},
        {"url": "", "label": title},
    ]
    frame = {"page_title": title, "header_title": title, "header_icon": "table", "breadcrumbs_items": crumbs}
    context = {**frame, "form": form, "lines": lines, "total": sum(line.amount_kronor for line in lines)}
    return TemplateResponse(request, "members/registration/admin/invoices.html", context)


def rows_of(lines):
    """Return the heading and a row for each line, in plain values: whole numbers, kronor with two decimals, texts."""
    heading = [
        _("Ärendenummer"), _("Organisation"), _("Organisationsnummer"), _("Beställarreferens"),
        _("Beställningsnummer"), _("E-fakturaadress"), _("Personer"), _("Pris per person, kronor"),
        _("Belopp, kronor"), _("Moms"), _("Gjord"), _("Först hämtad"),
    ]  # fmt: skip
    return [
        heading,
        *(
            [
                line.application.reference,
                line.organisation_name,
                line.organisation_number,
                line.buyer_reference,
                line.order_reference,
                line.e_invoice_address,
                line.people,
                Decimal(line.price_per_person_ore) / 100,
                Decimal(line.amount_ore) / 100,
                line.vat_note,
                _moment(line.created_at),
                _moment(line.exported_at),
            ]
            for line in lines
        ),
    ]


def _moment(value):
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"


def _file(lines, network, shape):
    rows = rows_of(lines)
    content, content_type = (_workbook(rows), WORKBOOK) if shape == "xlsx" else (_csv(rows), "text/csv; charset=utf-8")
    response = HttpResponse(content, content_type=content_type)
    name = f"fakturaunderlag-{network.slug}-{timezone.localdate()}.{shape}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


def _csv(rows):
    stream = io.StringIO()
    csv.writer(stream).writerows([plain(cell) for cell in row] for row in rows)
    # The mark at the beginning tells Excel that the letters are UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _workbook(rows):
    book = import_string("openpyxl.Workbook")()
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = book.active.cell(number, place, printable(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins as a formula stays a text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
