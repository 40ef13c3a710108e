"""Applications in Wagtail admin, for the coordinators of their network."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn

from members.registration.models import Application
from portal.core.viewsets import ScopedSnippetViewSet


class ApplicationViewSet(ScopedSnippetViewSet):
    """Read every application, and tick the day when the applicant was contacted."""

    model = Application
    icon = "form"
    menu_label = _("Anmälningar")
    menu_name = "applications"
    menu_order = 210
    list_display = [
        "organisation_name",
        Column("get_state_display", label=_("Läge")),
        Column("participant_count", label=_("Personer")),
        BooleanColumn("is_late", label=_("Sen")),
        DateColumn("submitted_at", label=_("Inskickad")),
        DateColumn("contacted_date", label=_("Kontaktad")),
    ]
    list_filter = ["network", "state", "decision_state", "is_late"]
    search_fields = ["organisation_name", "reference"]
    inspect_template_name = "members/registration/admin/inspect.html"
    copy_view_enabled = False
    list_export = [
        "reference", "organisation_name", "organisation_number", "state", "decision_state", "decision_date",
        "participant_count", "is_late", "submitted_at", "contacted_date",
    ]  # fmt: skip
    export_filename = "anmalningar"
    edit_handler = ObjectList(
        [
            HelpPanel(content=_("Bocka av med datum när ni har pratat med organisationen.")),
            FieldPanel("contacted_date"),
        ]
    )
