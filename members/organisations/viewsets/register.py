"""The register of organisations in Wagtail admin."""

import django_filters
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.enums import OrganisationKind
from members.organisations.models import Membership, Network, Organisation
from members.organisations.querysets import today
from members.organisations.viewsets.shared import RecordedExport, county_choices, day
from portal.core.viewsets import ScopedFilterSet, ScopedSnippetViewSet
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
    """The listing, with what each belongs to."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("parent")


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
    """The register of organisations, kept by administrators."""

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
        Column("code", label=gettext_lazy("Kod"), sort_key="code"),
        Column("county_code", label=gettext_lazy("Länskod"), sort_key="county_code"),
        Column("parent", label=gettext_lazy("Hör till"), sort_key="parent__name"),
        day("from_date", gettext_lazy("Från")),
        day("to_date", gettext_lazy("Till")),
    ]
    index_view_class = OrganisationIndexView
    filterset_class = OrganisationFilterSet
    list_export = [
        "name", "get_kind_display", "code", "county_code", "parent", "organisation_number", "from_date", "to_date",
    ]  # fmt: skip
    export_headings = {"get_kind_display": gettext_lazy("Typ")}
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
        ]
    )

    def chooser_rows(self, user):
        """Offer those that exist today: nobody begins to take part for one that is no more."""
        return self.rows(user).existing_on(today())
