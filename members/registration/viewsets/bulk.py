"""What the coordinator does with several applications at once. The page that asks shows what would become of each."""

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from members.registration import emails, services
from members.registration.enums import SEATED, TRANSITIONS, ApplicationState
from members.registration.models import Application
from members.registration.viewsets.forms import FollowUpForm, HandlerForm, SeenForm
from portal.core.viewsets import ScopedBulkAction

REFUSALS = (
    services.HasMovedOn,
    services.NotAllowed,
    services.NoSeatLeft,
    services.AlreadySeated,
    services.OtherOrganisation,
)


class ApplicationBulkAction(ScopedBulkAction):
    """One at a time, in the order in which they applied; afterwards it is told what became of each."""

    model_class = Application
    template_name = "members/registration/admin/bulk.html"
    form_class = SeenForm

    def get_queryset(self, model, object_ids):
        """Return the rows, network by network, those first who applied first: the order in which seats are given."""
        rows = super().get_queryset(model, object_ids)
        prefetch_related_objects(rows, "network", "organisation", "people")
        return sorted(rows, key=lambda row: (row.network_id, row.submitted_at, row.pk))

    def get_initial(self):
        """Keep what the person looks at."""
        chosen, _others = self.get_actionable_objects()
        return {"seen": " ".join(f"{row.pk}:{row.state}" for row in chosen)}

    def object_context(self, application):
        """Add what would become of it."""
        return super().object_context(application) | {"outcome": self.expected(application)}

    def expected(self, application):
        """Return what would become of the application; nothing where it is the same for all."""
        return ""

    def outcome(self, application):
        """Do it to one application, and return what has become of it; empty when it stands as it did."""
        raise NotImplementedError

    def seen(self, application):
        """Return the state that the person looked at; one that stood on no page was not meant."""
        return self.cleaned_form.cleaned_data["seen"].get(application.pk, "-")

    @classmethod
    def execute_action(cls, objects, **kwargs):
        """Do it, and tell the outcomes, each with its organisations."""
        action = kwargs["self"]
        outcomes = {}
        for application in objects:
            outcomes.setdefault(action.outcome(application), []).append(application.organisation_name)
        left = outcomes.pop("", [])
        for outcome, names in outcomes.items():
            messages.success(action.request, f"{outcome}: {', '.join(names)}.")
        if left:
            messages.warning(action.request, f"{_('Står kvar som förut')}: {', '.join(left)}.")
        return len(objects) - len(left), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say no more: each outcome has been told."""


class Deciding(ApplicationBulkAction):
    """A decision, whose mails have their usual words and are shown before they are sent."""

    def get_context_data(self, **kwargs):
        """Add the seats that are left, and one mail of each sort."""
        context = super().get_context_data(**kwargs)
        examples = {row["outcome"]: row["item"] for row in reversed(context["items"]) if row["outcome"]}
        letters = [(to.label, *emails.words(application, to)) for to, application in examples.items()]
        return context | {"letters": letters}


class SeatBulkAction(Deciding):
    """A seat to each as long as there are any; the others wait."""

    action_type = "seat"
    display_name = gettext_lazy("Ge plats")
    aria_label = gettext_lazy("Ge valda anmälningar plats, så långt platserna räcker")
    question = gettext_lazy(
        "Vill du ge de här plats? De får plats i den ordning som de anmälde sig. När platserna är slut får resten "
        "reservplats. Den vars nämnd inte har beslutat än får plats med villkor."
    )

    def object_context(self, application):
        """Add whether its organisation has a seat already."""
        has_seat = self.has_seat(application)
        return super().object_context(application) | {"has_seat": has_seat}

    def has_seat(self, application):
        """Whether its organisation has a seat by another application, or gets one by a row before it."""
        others = (row for row in self._holders(application.network) if row.pk != application.pk)
        return any(services.is_same_organisation(application, row) for row in others)

    def expected(self, application):
        """Return the state that it would get, counting down the seats as the rows before it take theirs."""
        if application.seat_state not in TRANSITIONS[application.state] or self.has_seat(application):
            return ""
        left = self._seats(application.network)
        if left is None or application.state in SEATED or application.has_offer:
            self._holders(application.network).append(application)
            return application.seat_state
        if left > 0:
            self._left[application.network_id] = left - 1
            self._holders(application.network).append(application)
            return application.seat_state
        may_wait = ApplicationState.WAITING in TRANSITIONS[application.state]
        return ApplicationState.WAITING if may_wait else ""

    def _seats(self, network):
        if not hasattr(self, "_left"):
            self._left = {}
        if network.pk not in self._left:
            self._left[network.pk] = services.seats_left(network)
        return self._left[network.pk]

    def _holders(self, network):
        if not hasattr(self, "_seated"):
            self._seated = {}
        if network.pk not in self._seated:
            self._seated[network.pk] = list(network.applications.seated().select_related("organisation"))
        return self._seated[network.pk]

    def outcome(self, application):
        """Give it a seat or a place in the queue."""
        try:
            step = services.seat_or_wait(application=application, seen=self.seen(application), by=self.request.user)
        except REFUSALS:
            return ""
        return step.get_to_state_display()


class WaitBulkAction(Deciding):
    """A place in the queue for each that has no seat."""

    action_type = "wait"
    display_name = gettext_lazy("Ge reservplats")
    aria_label = gettext_lazy("Ge valda anmälningar reservplats")
    question = gettext_lazy("Vill du ge de här reservplats? De står i kö i den ordning som de anmälde sig.")

    def expected(self, application):
        """Return the place in the queue, if it may have one."""
        to = ApplicationState.WAITING
        return to if to in TRANSITIONS[application.state] else ""

    def outcome(self, application):
        """Let it wait."""
        to = ApplicationState.WAITING
        try:
            services.move(application=application, to=to, seen=self.seen(application), by=self.request.user)
        except REFUSALS:
            return ""
        return to.label


class AssignBulkAction(ApplicationBulkAction):
    """One handler for several."""

    action_type = "assign"
    display_name = gettext_lazy("Handläggare")
    aria_label = gettext_lazy("Välj handläggare för valda anmälningar")
    question = gettext_lazy("Vem ska handlägga de här?")
    form_class = HandlerForm

    def get_form_kwargs(self):
        """Offer those who coordinate all the networks of the chosen ones."""
        chosen, _others = self.get_actionable_objects()
        return super().get_form_kwargs() | {"networks": {row.network_id for row in chosen}}

    def outcome(self, application):
        """Give it the handler; the day of its follow-up stays."""
        assignee = self.cleaned_form.cleaned_data["assignee"]
        services.assign(
            application=application,
            assignee=assignee,
            follow_up_date=application.follow_up_date,
            by=self.request.user,
        )
        return str(assignee or _("Ingen handläggare"))


class FollowUpBulkAction(ApplicationBulkAction):
    """One day of follow-up for several."""

    action_type = "follow_up"
    display_name = gettext_lazy("Följ upp")
    aria_label = gettext_lazy("Välj dag för uppföljning av valda anmälningar")
    question = gettext_lazy("När ska de här följas upp?")
    form_class = FollowUpForm

    def outcome(self, application):
        """Give it the day; its handler stays."""
        day = self.cleaned_form.cleaned_data["follow_up_date"]
        services.assign(
            application=application, assignee=application.assignee, follow_up_date=day, by=self.request.user
        )
        if day is None:
            return _("Följs inte upp någon bestämd dag")
        return _("Följs upp den %(day)s") % {"day": date_format(day, "j F Y")}
