"""Who takes part, in Wagtail admin."""

import django_filters
from django.contrib.admin.utils import quote
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.enums import OrganisationKind, Role
from members.organisations.forms import MembershipAdminForm, PlaceFormMixin
from members.organisations.models import Membership, Organisation
from members.organisations.queries import told_to
from members.organisations.querysets import today
from members.organisations.viewsets.shared import GuardedAdding, RecordedExport, ask, county_choices, left_alone
from portal.core.access import is_fresh, redirect_to_confirm
from portal.core.viewsets import ScopedBulkAction, ScopedFilterSet, ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView

# What the member chooses who may see, among the columns of the file.
CHOSEN = ("name", "email", "title", "phone")


class MembershipFilterSet(ScopedFilterSet):
    """By network and role, by the sort of organisation, and whether they hold today."""

    held = django_filters.ChoiceFilter(
        label=gettext_lazy("Gäller"),
        method="by_day",
        choices=[
            ("current", gettext_lazy("Gäller i dag")),
            ("ended", gettext_lazy("Har avslutats")),
            ("later", gettext_lazy("Börjar senare")),
        ],
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Typ av organisation"), method="by_kind", choices=OrganisationKind.choices
    )
    county = django_filters.ChoiceFilter(
        label=gettext_lazy("Länskod"), field_name="organisation__county_code", choices=county_choices
    )

    class Meta:
        model = Membership
        fields = ["network", "role"]

    def by_kind(self, queryset, name, value):
        """Return those of organisations of that sort."""
        return queryset.filter(organisation__in=Organisation.objects.of_kind(value).values("pk"))

    def by_day(self, queryset, name, value):
        """Return those of today, of the past, or of later."""
        current, later = queryset.current(), Q(from_date__gt=today())
        if value == "current":
            return current
        return queryset.filter(later) if value == "later" else queryset.exclude(later | Q(pk__in=current.values("pk")))


class MembershipIndexView(RecordedExport, ScopedIndexView):
    """The listing, with a way to end each membership that holds."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("user", "organisation", "network")

    def to_row_dict(self, item):
        """Leave out of the file what the member does not show to whoever takes it."""
        told = told_to(self.request.user, item)
        return super().to_row_dict(item) | {f"user.{name}": getattr(told, name) for name in CHOSEN}

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the one that ends the membership."""
        buttons = super().get_list_more_buttons(instance)
        if instance.to_date is None and self.user_has_permission_for_instance("end", instance):
            address = reverse("wagtailsnippets_organisations_membership:end", args=[quote(instance.pk)])
            buttons.append(Button(_("Avsluta"), url=address, icon_name="cross", priority=20))
        return buttons


class MembershipCreateView(GuardedAdding, snippets.CreateView):
    """A membership made by hand, by an administrator."""

    def save_instance(self):
        """Let the service make it."""
        return services.create_membership(by=self.request.user, **self.form.cleaned_data)


def end_membership(request, pk):
    """Ask, and end the membership; a role that opens more than one's own pages asks for a code first."""
    rows = Membership.objects.coordinated_by(request.user).select_related("user", "organisation", "network")
    membership = get_object_or_404(rows, pk=pk)
    namespace = "wagtailsnippets_organisations_membership"
    if membership.role != Role.MEMBER and not is_fresh(request):
        return redirect_to_confirm(request)
    if request.method == "POST":
        try:
            services.end_membership(membership=membership, by=request.user)
        except services.LastAdministrator:
            messages.error(request, _("Den sista administratören kan inte avslutas. Utse en till först."))
        else:
            messages.success(request, _("Deltagandet är avslutat."))
        return redirect(f"{namespace}:list")
    question = _("Vill du avsluta deltagandet för %(name)s? Det gäller genast, och personen får veta det med e-post.")
    return ask(
        request,
        namespace=namespace,
        thing=membership,
        question=question % {"name": membership.user.name},
        yes=_("Ja, avsluta"),
        warning=left_alone([membership]),
    )


class MembershipViewSet(ScopedSnippetViewSet):
    """Who takes part: read, made by administrators, ended."""

    model = Membership
    icon = "user"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Deltaganden")
    copy_view_enabled = False
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    form_mixin = PlaceFormMixin
    list_display = [
        "user",
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        Column("get_role_display", label=gettext_lazy("Roll"), sort_key="role"),
        DayColumn("from_date", label=gettext_lazy("Från"), sort_key="from_date"),
        DayColumn("to_date", label=gettext_lazy("Till och med"), sort_key="to_date"),
    ]
    filterset_class = MembershipFilterSet
    list_export = [
        "user.name", "user.email", "user.title", "user.phone", "organisation.name", "organisation.get_kind_display",
        "organisation.code", "network", "get_role_display", "from_date", "to_date",
    ]  # fmt: skip
    export_headings = {
        "user.name": gettext_lazy("Namn"),
        "user.email": gettext_lazy("E-postadress"),
        "user.title": gettext_lazy("Roll i organisationen"),
        "user.phone": gettext_lazy("Telefon"),
        "organisation.name": gettext_lazy("Organisation"),
        "organisation.get_kind_display": gettext_lazy("Typ"),
        "organisation.code": gettext_lazy("Kod"),
        "network": gettext_lazy("Nätverk"),
        "get_role_display": gettext_lazy("Roll"),
    }
    export_filename = "deltaganden"
    search_fields = ["user__name", "user__email", "organisation__name"]
    search_backend_name = None
    ordering = "user__name"
    edit_handler = ObjectList(
        [FieldPanel("user"), FieldPanel("organisation"), FieldPanel("network"), FieldPanel("role")],
        base_form_class=MembershipAdminForm,
    )
    inspect_view_fields = ["user", "organisation", "network", "role", "from_date", "to_date", "ended_at"]
    extra_actions = {"end": "end"}

    def get_own_urlpatterns(self):
        """Return the address of the ending."""
        return [path("end/<int:pk>/", end_membership, name="end")]


class EndBulkAction(ScopedBulkAction):
    """Ends several memberships, for whoever has just shown a code; each person is told."""

    model_class = Membership
    verb = "end"
    action_type = "end"
    display_name = gettext_lazy("Avsluta")
    aria_label = gettext_lazy("Avsluta valda deltaganden")
    question = gettext_lazy(
        "Vill du avsluta de här deltagandena? Det gäller genast, och personerna får veta det med e-post."
    )
    classes = {"serious"}

    asks_for_code = True

    def warning(self, rows):
        """Say which networks would be left without a coordinator."""
        return left_alone(rows)

    def act(self, row, by):
        """End it; one that has ended stays as it is, and so does the last administrator's."""
        was_open = row.ended_at is None
        try:
            services.end_membership(membership=row, by=by)
        except services.LastAdministrator:
            return None
        return was_open
