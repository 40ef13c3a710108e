"""The register of organisations in Wagtail admin."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.models import Organisation
from members.organisations.viewsets.shared import day
from portal.core.viewsets import ScopedSnippetViewSet


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
        day("to_date", gettext_lazy("Till")),
    ]
    list_filter = ["kind", "county_code"]
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
