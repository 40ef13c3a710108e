"""What the listings share: a column with a day, a page that asks first, and exports that are recorded."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column

from members.organisations import services
from members.organisations.models import Organisation
from members.organisations.querysets import is_portal_administrator
from portal.core.access import is_fresh, redirect_to_confirm


def day(name, label):
    """Return a column with the day itself: how long ago it was says less."""
    return Column(name, label=label, accessor=lambda row: _shown(getattr(row, name)), sort_key=name)


def _shown(moment):
    if moment is None:
        return ""
    written = date_format(timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment, "j b Y")
    return written.replace(" ", "\N{NO-BREAK SPACE}")


def ask(request, *, namespace, thing, question, yes):
    """Show a page in Wagtail's frame that asks before something is done."""
    title = str(thing)
    back = reverse(f"{namespace}:list")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}, {"url": back, "label": _("Listan")}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
        "question": question,
        "yes": yes,
        "back": back,
    }
    return TemplateResponse(request, "members/organisations/admin/ask.html", context)


class RecordedExport:
    """Mixin for a listing with people in it: the record also says which columns were taken away.

    The code that is shown first is asked for by portal.core.admin_area, of every listing.
    """

    def get(self, request, *args, **kwargs):
        """Answer with the listing, or with the file."""
        if self.is_export:
            services.note_export(model=self.model, by=request.user, fields=self.list_export)
        return super().get(request, *args, **kwargs)


class GuardedAdding:
    """Mixin for the form in which an administrator gives somebody a role: a code is shown once more.

    Else a screen that somebody has left is enough to make oneself an administrator. Coordinators' forms give no such
    role.
    """

    def dispatch(self, request, *args, **kwargs):
        """Answer with the form, or ask for a code before it."""
        if is_portal_administrator(request.user) and not is_fresh(request):
            return redirect_to_confirm(request)
        return super().dispatch(request, *args, **kwargs)


def county_choices():
    """Return the codes of the counties that the register knows, for a filter."""
    codes = Organisation.objects.exclude(county_code="").values_list("county_code", flat=True)
    return [(code, code) for code in codes.order_by("county_code").distinct()]
