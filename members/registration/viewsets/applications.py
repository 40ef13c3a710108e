"""The inbox: every application, with filters, and the page from which each is handled."""

from django.db.models import Model
from django.forms import Select
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.log_actions import log
from wagtail.snippets.views import snippets

from members.organisations.viewsets.shared import RecordedExport
from members.registration import queries, services
from members.registration.enums import ApplicationState
from members.registration.models import Application, OnBehalf
from members.registration.viewsets import handling, on_behalf
from members.registration.viewsets.forms import ApplicationForm
from members.registration.viewsets.invoices import invoices
from members.registration.viewsets.numbers import numbers
from portal.core.viewsets import ScopedFilterSet, ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView

HANDLING = ("decide", "undo", "offer", "ask", "answer", "contacts", "note_call", "assign")
ON_BEHALF = ("register", "waiting", "remind", "remove")


class ApplicationFilterSet(ScopedFilterSet):
    """Filters of the inbox."""

    whose = ChoiceFilter(
        label=_("Handläggs av"), choices=[("mine", _("Mig")), ("nobody", _("Ingen än"))], method="by_assignee"
    )
    due = ChoiceFilter(
        label=_("Uppföljning"),
        choices=[("now", _("I dag eller tidigare")), ("later", _("Senare"))],
        method="by_follow_up",
    )

    board = ChoiceFilter(
        label=_("Beslutet"),
        choices=[("passed", _("Beslutsdatum har passerat")), ("registrar", _("Lämnat av registratorn"))],
        method="by_board",
    )

    class Meta:
        model = Application
        fields = ["network", "state", "decision_state", "is_late"]

    def by_assignee(self, rows, _name, value):
        """Keep the person's own, or those that nobody has."""
        return rows.filter(assignee=self.request.user if value == "mine" else None)

    def by_board(self, rows, _name, value):
        """Keep those whose board should have decided by now, or whose decision the registrar has left."""
        if value == "passed":
            return rows.past_decision_date()
        return rows.exclude(decision_file__registrar_link=None)

    def by_follow_up(self, rows, _name, value):
        """Keep those to be looked at again by today, or later."""
        comparison = "lte" if value == "now" else "gt"
        return rows.filter(**{f"follow_up_date__{comparison}": timezone.localdate()})


class HandlingColumn(TitleColumn):
    """The organisation's name, which leads to the page where its application is handled, not to the form."""

    def get_link_url(self, instance, parent_context):
        """Return the address of that page."""
        return handling.address("inspect", instance)


def board_in_short(application):
    """Return where the board's decision stands, in as few words as a column has room for."""
    words = {"taken": gettext("Fattat"), "scheduled": gettext("Har datum"), "not_yet": gettext("Inte än")}
    told = gettext("Datum har passerat") if application.has_passed_its_date else words[application.decision_state]
    return f"{told}, {gettext('från registratorn')}" if application.came_by else told


def in_words(application, name):
    """Return what a column of the exported file says."""
    if name == "contact_people":
        told = (", ".join(filter(None, (row.name, row.email, row.phone))) for row in application.contact_people)
        return "; ".join(told)
    if name == "participants":
        return "; ".join(", ".join(filter(None, (row.name, row.email))) for row in application.participants)
    if name == "came_by":
        return gettext("Registratorn") if application.came_by else ""
    if hasattr(application, f"get_{name}_display"):
        return getattr(application, f"get_{name}_display")()
    value = getattr(application, name)
    if isinstance(value, bool):
        return gettext("Ja") if value else gettext("Nej")
    return str(value) if isinstance(value, Model) else value


class ApplicationIndexView(RecordedExport, ScopedIndexView):
    """The inbox, with the ways to the numbers and the invoice basis."""

    @cached_property
    def header_more_buttons(self):
        """Return Wagtail's buttons, and those to the numbers and the invoice basis."""
        ways = [(gettext("Siffror"), "numbers"), (gettext("Fakturaunderlag"), "invoices")]
        buttons = [Button(text, url=reverse(f"{handling.NAMESPACE}:{name}"), icon_name="table") for text, name in ways]
        return [*super().header_more_buttons, *buttons]

    @cached_property
    def header_buttons(self):
        """Return the way to apply on behalf of an organisation."""
        url = reverse(f"{handling.NAMESPACE}:register")
        return [*super().header_buttons, HeaderButton(gettext("Anmäl åt en organisation"), url=url, icon_name="plus")]

    def get_context_data(self, **kwargs):
        """Add how many wait to be confirmed."""
        waiting = OnBehalf.objects.visible_to(self.request.user).waiting()
        return super().get_context_data(**kwargs) | {"waiting": waiting.count()}

    @cached_property
    def columns(self):
        """Leave out which network it is for whoever has one."""
        networks = Application.objects.visible_to(self.request.user).order_by().values("network").distinct()
        has_many = len(networks[:2]) > 1
        return [column for column in super().columns if column.name != "network" or has_many]

    def _get_title_column(self, field_name, column_class=HandlingColumn, **kwargs):
        return super()._get_title_column(field_name, column_class, **kwargs)

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        rows = super().get_base_queryset().select_related("network", "assignee", "decision_file__registrar_link")
        return rows.prefetch_related("people") if self.is_export else rows

    def to_row_dict(self, item):
        """Return what the file says of an application: words, not the codes that they are kept as."""
        return {name: in_words(item, name) for name in self.list_export}


def has_lost_its_place(application, steps):
    """Whether it had a confirmed place and has none now."""
    accepted = ApplicationState.ACCEPTED
    return application.state != accepted and any(step.from_state == accepted for step in steps)


class ApplicationInspectView(snippets.InspectView):
    """One application: what it says, what has happened, and what may be done."""

    def get_context_data(self, **kwargs):
        """Add the history, and the ways on for whoever may take them."""
        application = self.object
        steps = list(application.transitions.select_related("by"))
        lost = queries.lost_mail_of(application)
        may_change = self.permission_policy.user_has_permission_for_instance(self.request.user, "change", application)
        return super().get_context_data(**kwargs) | {
            "steps": steps,
            "registrar_link": application.registrar_links.filter(withdrawn_at=None).first(),
            "call_notes": application.call_notes.select_related("by"),
            "on_behalf": OnBehalf.objects.filter(draft__application=application).select_related("by").first(),
            "others": queries.others_of(application) if application.is_alive else [],
            "contact_people": [(person, lost.get(person.email)) for person in application.contact_people],
            "staying": queries.staying(application) if has_lost_its_place(application, steps) else 0,
            "thread": application.messages.select_related("by"),
            "seats_left": services.seats_left(application.network, without=application),
            "destination": None if application.state == "accepted" else services.destination(application),
            "choices": handling.choices(application) if may_change else [],
            "may_change": may_change,
            "may_undo": may_change and bool(steps) and services.can_undo(steps[0]),
            "may_offer": may_change and application.state == "waiting" and not application.has_offer,
        }


class ApplicationEditView(snippets.EditView):
    """Corrections of what an application says: those alone are written, and go into the record."""

    def save_instance(self):
        """Save what was changed in the form, as the application stands now."""
        values, opened = self.form.corrections
        application = services.change(application=self.object, values=values, opened=opened, by=self.request.user)
        log(instance=application, action="wagtail.edit", content_changed=self.form.has_changed())
        return application

    def form_valid(self, form):
        """Save; where somebody else has changed the same, show both."""
        try:
            return super().form_valid(form)
        except services.ChangedMeanwhile as meanwhile:
            form.show_both(meanwhile.now)
        except services.AlreadySeated as seated:
            form.add_error("organisation_name", handling.second_seat(seated.other))
        self.produced_error_message = gettext("Inget är sparat än. Se vad som står vid fälten.")
        answer = self.form_invalid(form)
        answer.status_code = handling.CONFLICT
        return answer


class ApplicationViewSet(ScopedSnippetViewSet):
    """Read every application, and handle it."""

    model = Application
    icon = "form"
    menu_label = _("Anmälningar")
    menu_name = "applications"
    menu_order = 210
    index_view_class = ApplicationIndexView
    inspect_view_class = ApplicationInspectView
    edit_view_class = ApplicationEditView
    filterset_class = ApplicationFilterSet
    list_display = [
        "organisation_name",
        Column("get_state_display", label=_("Läge"), sort_key="state"),
        Column("decision_state", label=_("Beslut"), accessor=board_in_short, sort_key="decision_state"),
        Column("participant_count", label=_("Personer")),
        Column("network", label=_("Nätverk"), sort_key="network__name"),
        Column("is_late", label=_("Sen"), accessor=lambda row: gettext("Sen") if row.is_late else ""),
        DayColumn("submitted_at", label=_("Inskickad"), sort_key="submitted_at"),
        DayColumn("contacted_date", label=_("Kontaktad"), sort_key="contacted_date"),
        Column("assignee", label=_("Handläggs av")),
        DayColumn("follow_up_date", label=_("Följ upp"), sort_key="follow_up_date"),
    ]
    search_fields = ["organisation_name", "reference"]
    search_backend_name = None
    index_template_name = "members/registration/admin/index.html"
    inspect_template_name = "members/registration/admin/inspect.html"
    copy_view_enabled = False
    list_export = [
        "reference", "organisation_name", "organisation_number", "network", "state", "is_late", "submitted_at",
        "contacted_date", "assignee", "follow_up_date", "contact_people", "participant_count", "participants",
        "decision_state", "decision_body", "decision_date", "decision_paragraph", "came_by", "offer_expires_at",
        "diary_number", "buyer_reference", "order_reference", "e_invoice_address",
    ]  # fmt: skip
    export_headings = {
        "contact_people": _("Kontaktpersoner"),
        "participants": _("Deltagare"),
        "came_by": _("Beslutet lämnat av"),
    }
    export_filename = "anmalningar"
    extra_actions = {
        **dict.fromkeys(HANDLING, "change"),
        **dict.fromkeys(ON_BEHALF, "administer"),
        "invoices": "administer",
        "numbers": "administer",
    }
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("decision_state"),
                    FieldRowPanel([FieldPanel("decision_body"), FieldPanel("decision_date")]),
                    FieldRowPanel([FieldPanel("decision_paragraph"), FieldPanel("diary_number")]),
                ],
                heading=_("Beslutet"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("buyer_reference"), FieldPanel("order_reference")]),
                    FieldPanel("e_invoice_address"),
                ],
                heading=_("Fakturan"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("organisation", widget=Select),
                    FieldRowPanel([FieldPanel("organisation_name"), FieldPanel("organisation_number")]),
                ],
                heading=_("Organisationen"),
            ),
            FieldRowPanel([FieldPanel("participant_count"), FieldPanel("contacted_date")]),
        ],
        base_form_class=ApplicationForm,
    )

    def get_own_urlpatterns(self):
        """Return the addresses of what is done with one application."""
        pages = [path(f"{name}/<int:pk>/", getattr(handling, name), name=name) for name in HANDLING]
        return [
            *pages,
            path("invoices/", invoices, name="invoices"),
            path("numbers/", numbers, name="numbers"),
            path("register/", on_behalf.register, name="register"),
            path("waiting/", on_behalf.waiting, name="waiting"),
            path("waiting/<int:waiting_id>/remind/", on_behalf.remind, name="remind"),
            path("waiting/<int:waiting_id>/remove/", on_behalf.remove, name="remove"),
        ]
