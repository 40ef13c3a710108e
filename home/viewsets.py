"""What administrators read of the public site in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import AccessibilityMessage
from home.queries.dashboard import awaiting


class NoChooserViewSet(SnippetChooserViewSet):
    """No addresses at all: nothing refers to a message, and who may not read one may not choose among them either."""

    def get_urlpatterns(self):
        """Return nothing."""
        return []


class AccessibilityMessageViewSet(SnippetViewSet):
    """What readers told of barriers: they write, administrators tick off and note what was done."""

    model = AccessibilityMessage
    icon = "warning"
    menu_label = _("Tillgänglighet")
    add_to_admin_menu = True
    menu_order = 720
    list_display = ["__str__", "address", "sent_at", "is_handled"]
    list_filter = ["is_handled"]
    ordering = ["is_handled", "-sent_at"]
    chooser_viewset_class = NoChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("text", read_only=True),
                FieldPanel("address", read_only=True),
                FieldPanel("email", read_only=True),
                FieldPanel("language", read_only=True),
                FieldPanel("sent_at", read_only=True),
            ],
            heading=_("Meddelandet"),
            help_text=_("Den som skrev får vara anonym. Finns en adress: svara inom de dagar som redogörelsen lovar."),
        ),
        MultiFieldPanel(
            [FieldPanel("is_handled"), FieldPanel("note")],
            heading=_("Vad som har gjorts"),
            help_text=_("Går felet inte att rätta genast: för in det bland bristerna i redogörelsen."),
        ),
    ]


class AwaitingPanel(Component):
    """What awaits the person, at the top of the admin's first page; nothing is drawn when nothing waits."""

    name = "awaiting"
    template_name = "wagtailadmin/home/awaiting.html"
    order = 20

    def get_context_data(self, parent_context):
        """Return the groups that hold anything for the person."""
        return {"groups": awaiting(parent_context["request"].user)}
