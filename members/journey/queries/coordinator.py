"""What the coordinator has to do today, and where each organisation stands."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members.assignments.models import Submission
from members.needs.models import Inventory
from members.organisations import queries as organisation_queries
from members.organisations.models import Invitation, Membership
from members.registration.enums import ApplicationState, DecisionState
from members.registration.models import Application, CallNote, Message, OnBehalf, Transition
from members.registration.queries import without_place

PATIENCE = datetime.timedelta(days=3)  # for an invitation to be opened
SHOWN = 10  # of each kind of thing that waits
OVER = (ApplicationState.DRAFT, ApplicationState.DECLINED, ApplicationState.WITHDRAWN)


@dataclass
class Task:
    """One kind of thing that waits, with the things themselves: (text, address or nothing)."""

    title: str
    icon: str
    items: list

    @property
    def shown(self):
        """The first of them: a day's list, not a register."""
        return self.items[:SHOWN]

    @property
    def more(self):
        """How many there are beside those."""
        return max(len(self.items) - SHOWN, 0)


@dataclass
class OrganisationAtWork:
    """Where one organisation stands: people, answers sent in, and when it last wrote its inventory."""

    name: str
    people: int = 0
    answers: int = 0
    inventory: Inventory | None = None


def today(user, network):
    """Return what waits for the coordinator, each kind with its things; what is empty is left out."""
    if network.is_archived:
        return []
    applications = applications_of(user, network)
    tasks = [
        Task(_("Svar att läsa"), "clipboard-check", answers_to_read(user, network)),
        Task(_("Anmälningar att kontakta"), "phone", applications_to_contact(applications)),
        Task(_("Anmälningar att följa upp"), "calendar", applications_to_follow_up(applications)),
        Task(_("Svar från anmälda"), "message-square", applicants_answers(applications)),
        Task(_("Beslut som har lämnats"), "clipboard-check", decisions_handed_in(applications)),
        Task(_("Beslut som skulle ha fattats"), "calendar", decisions_to_ask_for(applications)),
        Task(_("Anmälningar som väntar på bekräftelse"), "send", applications_to_confirm(user, network)),
        Task(_("Deltar utan plats"), "users", people_without_place(applications)),
        Task(_("Organisationer utan deltagare"), "users", organisations_without_people(network)),
        Task(_("Inbjudningar som inte har öppnats"), "mail", unopened_invitations(user, network)),
        Task(_("Mejl som inte kom fram"), "triangle-alert", lost_mail(network)),
    ]
    return [task for task in tasks if task.items]


def answers_to_read(user, network):
    """Return the answers that have been sent in and not answered, the oldest first."""
    found = Submission.objects.visible_to(user).awaiting_feedback().filter(assignment__network=network)
    return [
        (f"{row.organisation.name}: {row.assignment.title}", row.get_absolute_url())
        for row in found.select_related("organisation", "assignment")
    ]


def applications_of(user, network):
    """Return the network's applications, those first that came first, in one query.

    `is_unanswered` and `has_left_people` say what waits.

    A coordinator meets what an organisation has written by a message, by a step, or by noting a call.
    """
    after = {"application": OuterRef("application"), "at__gt": OuterRef("at")}
    answers = Message.objects.filter(application=OuterRef("application"), pk__gt=OuterRef("pk"))
    answers = answers.exclude(is_from_applicant=True, channel="")
    steps = Transition.objects.filter(**after).exclude(by=None)
    unmet = Message.objects.filter(application=OuterRef("pk"), is_from_applicant=True, channel="")
    unmet = unmet.filter(~Exists(answers), ~Exists(steps), ~Exists(CallNote.objects.filter(**after)))
    left = without_place(network).filter(pk=OuterRef("pk"))
    found = Application.objects.visible_to(user).filter(network=network)
    found = found.annotate(is_unanswered=Exists(unmet), has_left_people=Exists(left))
    return list(found.defer("motive").order_by("submitted_at", "pk"))


def applications_to_contact(applications):
    """Return those that nobody has been in touch about."""
    return _links(row for row in applications if row.contacted_date is None and row.state not in OVER)


def applications_to_follow_up(applications):
    """Return those that were to be looked at again by today, the longest ago first."""
    today = timezone.localdate()
    due = [row for row in applications if row.follow_up_date and row.follow_up_date <= today and row.state not in OVER]
    return _links(sorted(due, key=lambda row: row.follow_up_date))


def applicants_answers(applications):
    """Return those whose organisation has written something that nobody has met yet."""
    return _links(row for row in applications if row.is_unanswered)


def decisions_handed_in(applications):
    """Return those whose board has decided, and that now wait for the coordinator.

    A new one that nobody has called yet stands among those to contact.
    """
    decided = (row for row in applications if row.decision_state == DecisionState.TAKEN)
    return _links(
        row
        for row in decided
        if row.state == ApplicationState.CONDITIONAL or (row.state == ApplicationState.SUBMITTED and row.contacted_date)
    )


def decisions_to_ask_for(applications):
    """Return those whose board should have decided by now, the longest ago first."""
    passed = [row for row in applications if row.has_passed_its_date]
    return [
        (f"{row.organisation_name}: {date_format(row.decision_date, 'j F')}", _address(row))
        for row in sorted(passed, key=lambda row: row.decision_date)
    ]


def people_without_place(applications):
    """Return the organisations that have lost their place and whose people still take part."""
    return _links(row for row in applications if row.has_left_people)


def _links(applications):
    return [(row.organisation_name, _address(row)) for row in applications]


def _address(application):
    return reverse("wagtailsnippets_registration_application:inspect", args=[application.pk])


def applications_to_confirm(user, network):
    """Return what was written on behalf of organisations that have let the latest mail wait for some days."""
    found = OnBehalf.objects.visible_to(user).waiting().filter(draft__network=network)
    found = found.filter(mailed_at__lt=timezone.now() - PATIENCE).order_by("mailed_at")
    return [(row.organisation_name, reverse("wagtailsnippets_registration_application:waiting")) for row in found]


def organisations_without_people(network):
    """Return the organisations that have been in the network, or been given a seat, and have nobody there now."""
    current = set(
        Membership.objects.current().participants().filter(network=network).values_list("organisation_id", flat=True)
    )
    known = dict(
        Membership.objects.participants().filter(network=network).values_list("organisation_id", "organisation__name")
    )
    seats = Application.objects.filter(network=network, state=ApplicationState.ACCEPTED, organisation__isnull=False)
    known |= dict(seats.values_list("organisation_id", "organisation__name"))
    return [(name, "") for pk, name in sorted(known.items(), key=lambda item: item[1]) if pk not in current]


def unopened_invitations(user, network):
    """Return the invitations that have waited for some days."""
    found = Invitation.objects.visible_to(user).open().filter(network=network)
    found = found.filter(created_at__lt=timezone.now() - PATIENCE).select_related("organisation")
    return [(f"{row.name or row.email}, {row.organisation.name}", "") for row in found.order_by("created_at")]


def lost_mail(network):
    """Return the addresses of the network's people and invited to whom a mail did not get through in the last month."""
    addresses = sorted(set(organisation_queries.lost_mail(network=network).values_list("to", flat=True)))
    return [(address, reverse("lost_mail:list")) for address in addresses]


def organisations_at_work(network):
    """Return where each organisation of the network stands, by name."""
    rows = {}
    for pk, name, _user_id in (
        Membership.objects.current()
        .participants()
        .filter(network=network)
        .values_list("organisation_id", "organisation__name", "user_id")
        .distinct()
    ):
        rows.setdefault(pk, OrganisationAtWork(name)).people += 1
    sent_in = Submission.objects.sent_in().filter(assignment__network=network).select_related("organisation")
    for submission in sent_in:
        row = rows.setdefault(submission.organisation_id, OrganisationAtWork(submission.organisation.name))
        row.answers += 1
    for inventory in Inventory.objects.filter(network=network).select_related("organisation"):
        row = rows.setdefault(inventory.organisation_id, OrganisationAtWork(inventory.organisation.name))
        row.inventory = inventory
    return sorted(rows.values(), key=lambda row: row.name)
