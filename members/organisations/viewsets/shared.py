"""What the listings share: a page that asks first, codes that are asked for, and exports that are recorded."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Organisation
from members.organisations.queries import networks_left_alone
from members.organisations.querysets import is_portal_administrator
from portal.core.access import confirm_keeping_form, is_fresh, redirect_to_confirm, typed_before


def ask(request, *, namespace, thing, question, yes, warning=""):
    """Show a page in Wagtail's frame that asks before something is done, and warns of what follows from it."""
    title = str(thing)
    back = reverse(f"{namespace}:list")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}, {"url": back, "label": _("Listan")}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
        "question": question,
        "warning": warning,
        "yes": yes,
        "back": back,
    }
    return TemplateResponse(request, "members/organisations/admin/ask.html", context)


def left_alone(memberships):
    """Return a sentence on each network that would be left without a coordinator if these ended, or nothing."""
    told = _("%(network)s får ingen nätverksledare: ingen tar emot anmälningar och frågor. Utse en annan först.")
    return " ".join(told % {"network": network.name} for network in networks_left_alone(memberships))


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
    """Mixin for the form that gives somebody a role: a code is shown once more, and what was typed is kept.

    Else a screen that somebody has left is enough to make oneself an administrator, or contact person. An administrator
    is asked before the form; a coordinator, who mostly invites to take part, when another role has been chosen.
    """

    def dispatch(self, request, *args, **kwargs):
        """Answer with the form, or ask for a code before it."""
        if request.method == "GET" and is_portal_administrator(request.user) and not is_fresh(request):
            return redirect_to_confirm(request)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        """Begin with what was typed before the code was asked for."""
        return super().get_initial() | typed_before(self.request)

    def form_valid(self, form):
        """Save, or ask for a code before it."""
        gives_much = is_portal_administrator(self.request.user) or form.cleaned_data["role"] != Role.MEMBER
        if gives_much and not is_fresh(self.request):
            return confirm_keeping_form(self.request)
        return super().form_valid(form)


def county_choices():
    """Return the codes of the counties that the register knows, for a filter."""
    codes = Organisation.objects.exclude(county_code="").values_list("county_code", flat=True)
    return [(code, code) for code in codes.order_by("county_code").distinct()]
