"""The register of organisations in Wagtail admin."""

from urllib.parse import urlencode

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.enums import OrganisationKind
from members.organisations.forms import LastDayForm, OrganisationAdminForm
from members.organisations.models import Membership, Network, Organisation
from members.organisations.querysets import today
from members.organisations.viewsets.shared import RecordedExport, county_choices
from portal.core.viewsets import ScopedBulkAction, ScopedFilterSet, ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView


class OrganisationFilterSet(ScopedFilterSet):
    """By sort, county and network, and whether they exist today."""

    kind = django_filters.ChoiceFilter(label=gettext_lazy("Typ"), method="by_kind", choices=OrganisationKind.choices)
    county_code = django_filters.ChoiceFilter(label=gettext_lazy("Länskod"), choices=county_choices)
    network = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Deltar i"), queryset=Network.objects.all(), method="by_network"
    )
    existing = django_filters.ChoiceFilter(
        label=gettext_lazy("Finns"),
        method="by_day",
        choices=[("yes", gettext_lazy("Finns i dag")), ("no", gettext_lazy("Finns inte längre"))],
    )

    class Meta:
        model = Organisation
        fields = ["kind", "county_code"]

    def by_kind(self, queryset, name, value):
        """Return those of that sort; what is both municipality and region is found as either."""
        return queryset.of_kind(value)

    def by_network(self, queryset, name, value):
        """Return those that take part in the network today."""
        here = Membership.objects.current().participants().filter(network=value)
        return queryset.filter(pk__in=here.values("organisation_id"))

    def by_day(self, queryset, name, value):
        """Return those that exist today, or that did once."""
        return queryset.existing_on(today()) if value == "yes" else queryset.filter(to_date__lt=today())


class OrganisationIndexView(RecordedExport, ScopedIndexView):
    """The listing, with what each belongs to, and how many take part for it where the reader may know."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("parent").with_people_for(self.request.user)

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the way to those who take part for it."""
        people = reverse("wagtailsnippets_organisations_membership:list")
        url = f"{people}?{urlencode({'q': instance.name})}"
        return [*super().get_list_more_buttons(instance), Button(_("Visa deltaganden"), url=url, icon_name="group")]


class OrganisationCreateView(snippets.CreateView):
    """A new organisation in the register, written into the record."""

    def save_instance(self):
        """Save, and write that it was made."""
        organisation = super().save_instance()
        services.note_organisation_change(organisation=organisation, by=self.request.user)
        return organisation


class OrganisationEditView(snippets.EditView):
    """A changed organisation, written into the record."""

    def save_instance(self):
        """Save, and write which fields were changed."""
        organisation = super().save_instance()
        fields = self.form.changed_data
        services.note_organisation_change(organisation=organisation, by=self.request.user, fields=fields)
        return organisation


class OrganisationViewSet(ScopedSnippetViewSet):
    """The register of organisations, kept by administrators; coordinators look at those of their networks."""

    model = Organisation
    icon = "home"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Organisationer")
    copy_view_enabled = False
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    list_display = [
        "name",
        Column("get_kind_display", label=gettext_lazy("Typ"), sort_key="kind"),
        Column("people", label=gettext_lazy("Deltagare"), sort_key="people"),
        Column("code", label=gettext_lazy("Kod"), sort_key="code"),
        Column("county_code", label=gettext_lazy("Länskod"), sort_key="county_code"),
        Column("parent", label=gettext_lazy("Hör till"), sort_key="parent__name"),
        DayColumn("from_date", label=gettext_lazy("Från"), sort_key="from_date"),
        DayColumn("to_date", label=gettext_lazy("Till"), sort_key="to_date"),
    ]
    index_view_class = OrganisationIndexView
    filterset_class = OrganisationFilterSet
    list_export = [
        "name", "get_kind_display", "code", "county_code", "parent", "organisation_number", "people", "from_date",
        "to_date",
    ]  # fmt: skip
    export_headings = {"get_kind_display": gettext_lazy("Typ"), "people": gettext_lazy("Deltagare")}
    export_filename = "organisationer"
    search_fields = ["name", "code", "organisation_number"]
    search_backend_name = None
    ordering = "name"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("county_code")]),
            FieldRowPanel([FieldPanel("parent"), FieldPanel("organisation_number")]),
            FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date")]),
        ],
        base_form_class=OrganisationAdminForm,
    )
    inspect_view_fields = [
        "name", "kind", "code", "county_code", "parent", "organisation_number", "from_date", "to_date",
    ]  # fmt: skip
    # Who changed the register, and what else names a row of it, is the administrators' matter.
    extra_actions = {"history": "change", "history_results": "change", "usage": "change"}

    def rows(self, user):
        """Return the whole register for an administrator; for a coordinator those of the own networks."""
        return Organisation.objects.in_networks_run_by(user)

    def delete_row(self, row, by):
        """Let the service delete it, and write that down."""
        services.delete_organisation(organisation=row, by=by)

    def chooser_rows(self, user):
        """Offer those that exist today: nobody begins to take part for one that is no more."""
        return self.rows(user).existing_on(today())


class EndOrganisationsBulkAction(ScopedBulkAction):
    """Gives several organisations their last day."""

    model_class = Organisation
    verb = "change"
    action_type = "end"
    display_name = gettext_lazy("Ange sista dag")
    aria_label = gettext_lazy("Ange sista dag för valda organisationer")
    question = gettext_lazy("När upphör de här organisationerna? Deltaganden i deras namn avslutas inte av det.")
    form_class = LastDayForm

    def act(self, row, by):
        """Write its last day; one that has a last day keeps it."""
        last_day = self.cleaned_form.cleaned_data["last_day"]
        return services.end_organisation(organisation=row, last_day=last_day, by=by)
