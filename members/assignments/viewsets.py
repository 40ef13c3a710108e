"""Assignments in Wagtail admin, for those who coordinate their network."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from members.assignments.models import Assignment
from portal.core.viewsets import ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView

PANELS = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("network"),
                FieldPanel("title"),
                FieldPanel("before_meeting"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("due_at"), FieldPanel("cut_off_at")]),
            ],
            heading=gettext_lazy("Uppgiften"),
        ),
        FieldPanel("instructions"),
        InlinePanel(
            "questions",
            [FieldPanel("text"), FieldPanel("help_text"), FieldPanel("is_required")],
            heading=gettext_lazy("Frågor"),
            label=gettext_lazy("Fråga"),
        ),
        PublishingPanel(),
    ]
)


def answers_url(assignment):
    """Return the page in the extranet where the coordinator sees who has answered."""
    return reverse("assignments:assignment", args=[assignment.pk]) + "#svar"


class AssignmentIndexView(ScopedIndexView):
    """The listing, with a way to each assignment's answers."""

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the one to the answers."""
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, Button(_("Svaren"), url=answers_url(instance), icon_name="list-ul", priority=15)]


class AssignmentEditView(snippets.EditView):
    """The form, with a way to the answers."""

    @cached_property
    def header_buttons(self):
        """Return Wagtail's buttons and the one to the answers."""
        button = HeaderButton(label=_("Svaren"), url=answers_url(self.object), icon_name="list-ul")
        return [*super().header_buttons, button]


class AssignmentViewSet(ScopedSnippetViewSet):
    """Assignments: drafts, preview, scheduled publishing, and questions."""

    model = Assignment
    add_to_reference_index = True
    icon = "tasks"
    menu_label = gettext_lazy("Uppgifter")
    menu_order = 120
    index_view_class = AssignmentIndexView
    edit_view_class = AssignmentEditView
    edit_handler = PANELS
    list_display = [
        "title",
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        DayColumn("due_at", label=gettext_lazy("Svara senast"), sort_key="due_at"),
        LiveStatusTagColumn(),
    ]
    list_filter = ["network"]
    search_fields = ["title"]
    search_backend_name = None
    ordering = "-due_at"
    inspect_view_fields = ["network", "title", "before_meeting", "opens_at", "due_at", "cut_off_at", "instructions"]
