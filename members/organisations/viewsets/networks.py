"""Networks in Wagtail admin."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.models import Network
from members.organisations.querysets import is_portal_administrator
from portal.core.access import may
from portal.core.forms import KronorInput
from portal.core.viewsets import ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView, ScopedInspectView

FOR_ADMINISTRATORS = "organisations.add_network"


class NetworkCreateView(snippets.CreateView):
    """A new network, written into the record."""

    def save_instance(self):
        """Save, and write that it was made."""
        network = super().save_instance()
        services.note_network_change(network=network, by=self.request.user, fields=self.form.changed_data)
        return network


def ending_buttons(network, user):
    """Return the way to ending the network, or to opening it again, for whoever may; portal.ops keeps the pages."""
    if not may(user, "organisations.archive_network", network):
        return []
    if network.is_archived:
        label, page, icon = _("Öppna nätverket igen"), "network_ending:reopen", "lock-open"
    else:
        label, page, icon = _("Avsluta nätverket"), "network_ending:archive", "lock"
    return [Button(label, url=reverse(page, args=[network.pk]), icon_name=icon, priority=90)]


def _state(network):
    return _("Avslutat") if network.is_archived else _("Pågår")


class NetworkIndexView(ScopedIndexView):
    """The listing, with a way to end each network."""

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the ending's."""
        return [*super().get_list_more_buttons(instance), *ending_buttons(instance, self.request.user)]


class NetworkInspectView(ScopedInspectView):
    """What the network is, with a way to end it."""

    @property
    def header_more_buttons(self):
        """Return Wagtail's buttons and the ending's."""
        return [*super().header_more_buttons, *ending_buttons(self.object, self.request.user)]


class NetworkEditView(snippets.EditView):
    """A network's dates and texts, written into the record."""

    @property
    def header_more_buttons(self):
        """Return Wagtail's buttons and the ending's."""
        return [*super().header_more_buttons, *ending_buttons(self.object, self.request.user)]

    def save_instance(self):
        """Save, and write which fields were changed."""
        network = super().save_instance()
        services.note_network_change(network=network, by=self.request.user, fields=self.form.changed_data)
        return network


class NetworkViewSet(ScopedSnippetViewSet):
    """Networks: their coordinators keep dates and texts; address, price and ending are the administrator's."""

    model = Network
    icon = "group"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Nätverk")
    copy_view_enabled = False
    add_view_class = NetworkCreateView
    edit_view_class = NetworkEditView
    index_view_class = NetworkIndexView
    inspect_view_class = NetworkInspectView
    list_display = [
        "name",
        DayColumn(
            "last_registration_date", label=gettext_lazy("Sista anmälningsdag"), sort_key="last_registration_date"
        ),
        DayColumn("first_meeting_at", label=gettext_lazy("Första träffen"), sort_key="first_meeting_at"),
        Column("is_archived", label=gettext_lazy("Läge"), accessor=_state),
    ]
    search_fields = ["name", "name_en"]
    search_backend_name = None
    ordering = "-first_meeting_at"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("description"),
                    FieldPanel("name_en"),
                    FieldPanel("description_en"),
                ],
                heading=gettext_lazy("Namn och text"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("registration_opens_date"), FieldPanel("last_registration_date")]),
                    FieldRowPanel([FieldPanel("first_meeting_at"), FieldPanel("closes_at")]),
                ],
                heading=gettext_lazy("Datum"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("slug", permission=FOR_ADMINISTRATORS),
                    FieldPanel(
                        "price_per_person_ore",
                        heading=gettext_lazy("Pris per person, kronor"),
                        widget=KronorInput,
                        permission=FOR_ADMINISTRATORS,
                    ),
                    FieldPanel("capacity", permission=FOR_ADMINISTRATORS),
                ],
                heading=gettext_lazy("För administratörer"),
                permission=FOR_ADMINISTRATORS,
            ),
        ]
    )
    inspect_view_fields = [
        "name",
        "name_en",
        "description",
        "description_en",
        "registration_opens_date",
        "last_registration_date",
        "first_meeting_at",
        "closes_at",
        "archived_at",
    ]

    def rows(self, user):
        """Return the networks that the person coordinates; all for an administrator."""
        return Network.objects.all() if is_portal_administrator(user) else Network.objects.coordinated_by(user)
