"""The list as it is filtered, to take along: a spreadsheet (CSV) and references (RIS); and the reference of one."""

import csv

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from casestudies import queries
from portal.core.pages import public

COLUMNS = {
    "title": gettext_lazy("Titel"),
    "summary": gettext_lazy("Sammanfattning"),
    "organisation": gettext_lazy("Organisation"),
    "organisation_kind": gettext_lazy("Typ av organisation"),
    "organisation_size": gettext_lazy("Storlek"),
    "county": gettext_lazy("Län"),
    "environments": gettext_lazy("Miljö"),
    "levels": gettext_lazy("Förebyggande nivå"),
    "target_groups": gettext_lazy("Målgrupp"),
    "actors": gettext_lazy("Aktör"),
    "evidence": gettext_lazy("Hur säkert är det?"),
    "cost_band": gettext_lazy("Ungefärlig kostnad"),
    "cost": gettext_lazy("Kostnad"),
    "reviewed": gettext_lazy("Senast granskat"),
    "url": gettext_lazy("Adress"),
}
# What a spreadsheet would take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@require_safe
@public
def csv_file(request):
    """The list as a spreadsheet: semicolons and a mark of UTF-8, as Excel in Swedish wants it."""
    response = _file("text/csv; charset=utf-8", "exempel.csv")
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow(COLUMNS.values())
    for data in _data(request):
        writer.writerow(cell(data[name]) for name in COLUMNS)
    return response


@require_safe
@public
def ris_file(request):
    """The list as references, for Zotero, EndNote and others of their kind."""
    response = _file("application/x-research-info-systems; charset=utf-8", "exempel.ris")
    response.write("".join(reference(data) for data in _data(request)))
    return response


@require_safe
@public
def example_ris(request, slug):
    """The reference of one example."""
    example = queries.published(Locale.get_active().pk).filter(slug=slug).select_related("locale").first()
    if example is None:
        raise Http404
    response = _file("application/x-research-info-systems; charset=utf-8", f"{slug}.ris")
    response.write(reference(queries.data_of([example])[0]))
    return response


def _data(request):
    examples = queries.matching(Locale.get_active().pk, queries.choice_in(request.GET))
    return queries.data_of(examples.select_related("locale"))


def _file(content_type, name):
    return HttpResponse(content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def cell(value):
    """Return a value as the text of a cell that starts no formula."""
    if isinstance(value, list):
        value = ", ".join(each["label"] for each in value)
    elif isinstance(value, dict):
        value = value["label"]
    text = str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else text


def reference(data):
    """Return an example as a RIS record. Tags as in the specification of Research Information Systems, 2011."""
    words = [each["label"] for name in ("environments", "levels", "target_groups", "actors") for each in data[name]]
    changed = data["changed"] or data["published"] or ""
    rows = [
        ("TY", "ELEC"),
        ("TI", data["title"]),
        ("AU", f"{data['organisation']},"),
        ("PY", changed[:4]),
        ("DA", changed[:10].replace("-", "/")),
        ("PB", _("Nätverksportalen")),
        ("AB", data["summary"]),
        *(("KW", word) for word in words),
        ("LA", data["language"]),
        ("UR", data["url"]),
        ("ER", ""),
    ]
    lines = ((tag, " ".join(text.split())) for tag, text in rows)
    return "".join(f"{tag}  - {text}\r\n" for tag, text in lines if text or tag == "ER") + "\r\n"
