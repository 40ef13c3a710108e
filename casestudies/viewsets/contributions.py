"""What readers have sent to the library, for the editors to decide on."""

from django.forms import RadioSelect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet, SnippetViewSetGroup

from casestudies import services
from casestudies.models import Adaptation, Tip
from casestudies.viewsets.terms import TermChooserViewSet
from portal.core.cells import PlainCells


class DecideView(EditView):
    """The form with the editor's decision: what it leads to is the service's."""

    def save_instance(self):
        """Save it, and tell the one who wrote."""
        self.form.save(commit=False)
        return services.decide(adaptation=self.form.instance, by=self.request.user)


class AdaptationIndexView(PlainCells, IndexView):
    """The list, which editors take along: what strangers wrote starts no formula there."""


class AdaptationViewSet(SnippetViewSet):
    """What organisations tell of how they used an example; what waits comes first."""

    model = Adaptation
    icon = "group"
    menu_label = _("Vi har använt det här")
    index_view_class = AdaptationIndexView
    edit_view_class = DecideView
    chooser_viewset_class = TermChooserViewSet
    copy_view_enabled = False
    list_display = [
        "organisation_name",
        Column("example", label=_("Exempel")),
        Column("get_state_display", label=_("Läge"), sort_key="state"),
        DateColumn("sent_at", label=_("Kom in"), sort_key="sent_at"),
    ]
    list_filter = ["state", "language"]
    ordering = ["-state", "-sent_at"]
    list_export = ["organisation_name", "example", "state", "what_changed", "outcome", "sent_at", "decided_at"]
    export_filename = "anvandningar"
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Läs texten och rätta det som behövs: inga namn på enskilda, inget skryt utan grund. Ring gärna "
                    "den som skrev. När ni publicerar visas texten på exemplets sida. Den som skrev får ett mejl vad "
                    "ni än bestämmer."
                )
            ),
            MultiFieldPanel(
                [
                    FieldPanel("example", read_only=True),
                    FieldPanel("organisation_name"),
                    FieldPanel("what_changed"),
                    FieldPanel("outcome"),
                    FieldPanel("own_example"),
                ],
                heading=_("Det som visas"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("sender_name", read_only=True),
                    FieldPanel("sender_email", read_only=True),
                    FieldPanel("sent_at", read_only=True),
                ],
                heading=_("Den som skrev (visas inte)"),
            ),
            MultiFieldPanel([FieldPanel("state", widget=RadioSelect), FieldPanel("reason")], heading=_("Ert beslut")),
        ]
    )


class DraftColumn(Column):
    """A link to the draft that a tip became."""

    cell_template_name = "wagtailadmin/tables/cell.html"

    def get_value(self, instance):
        """Return the link, or where the draft went."""
        if instance.page is None:
            return _("Borttaget")
        url = reverse("wagtailadmin_pages:edit", args=[instance.page_id])
        status = _("Publicerat") if instance.page.live else _("Öppna utkastet")
        return format_html('<a href="{}">{}</a>', url, status)


class TipViewSet(SnippetViewSet):
    """Tips, each with the draft that it became."""

    model = Tip
    icon = "pick"
    menu_label = _("Tips om exempel")
    chooser_viewset_class = TermChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["organisation_name", "done", "why", "email", "sent_at", "page"]
    list_display = [
        "organisation_name",
        Column("done", label=_("Vad har de gjort?"), accessor=lambda tip: Truncator(tip.done).chars(80)),
        DraftColumn("page", label=_("Utkast")),
        Column("email", label=_("E-post")),
        DateColumn("sent_at", label=_("Kom in"), sort_key="sent_at"),
    ]
    search_fields = ["organisation_name", "done"]

    def get_queryset(self, request):
        """Return the tips with their drafts, in one query."""
        return Tip.objects.select_related("page")


class ReadersGroup(SnippetViewSetGroup):
    """One entry of the admin's menu for both."""

    items = (AdaptationViewSet, TipViewSet)
    menu_label = _("Från läsarna")
    menu_icon = "mail"
    menu_order = 250
