"""What one organisation has done, and what it may do next."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members.assignments.enums import SubmissionState
from members.assignments.queries import rows_of
from members.meetings.models import Meeting
from members.needs.models import Inventory
from members.needs.queries import own_inventory
from members.organisations.models import Membership


@dataclass
class Step:
    """The next thing to do: what, why now, and where."""

    title: str
    text: str
    url: str
    action: str


@dataclass
class Work:
    """An organisation's assignments and inventory in a network, and the next step."""

    rows: list
    inventory: Inventory | None
    step: Step | None

    @property
    def open(self):
        """The assignments that can be answered now and are not done with, what asks for work first."""
        found = [row for row in self.rows if row.assignment.is_open and row.state != SubmissionState.DONE]
        return sorted(found, key=lambda row: not row.asks_for_work)


@dataclass
class Event:
    """A point on the timeline; `state` is "done", "next" or nothing."""

    title: str
    at: datetime.datetime
    text: str = ""
    url: str = ""
    state: str = ""

    @property
    def when(self):
        """The day, as a person writes it."""
        return date_format(timezone.localtime(self.at), "j F Y")


def own_work(user, network, organisation):
    """Return what the organisation has done in the network, and its next step; a finished network has none."""
    rows = [row for row in rows_of(user, network, organisation) if row.assignment.live]
    inventory = own_inventory(network, organisation)
    step = None if network.is_archived else next_step(rows, inventory)
    return Work(rows=rows, inventory=inventory, step=step)


def next_step(rows, inventory):
    """Return what the organisation had best do next, or None when there is nothing that waits for it."""
    waiting = [row for row in rows if row.asks_for_work]
    returned = [row for row in waiting if row.state == SubmissionState.RETURNED]
    if returned:
        return returned_step(returned[0].assignment)
    if waiting:
        return answer_step(waiting[0])
    if inventory is None or not inventory.is_begun:
        return Step(
            title=_("Börja på er inventering"),
            text=_("Vad behövs hos er? Inventeringen av lokala behov är grunden för ert arbete."),
            url=reverse("needs:write"),
            action=_("Börja skriva"),
        )
    return None


def returned_step(assignment):
    """Return the step of an answer that the coordinator would like more of."""
    return Step(
        title=_("Komplettera svaret på %(assignment)s") % {"assignment": assignment.title},
        text=_("Ni har fått återkoppling. Läs den och skicka in svaret igen."),
        url=assignment.get_absolute_url(),
        action=_("Läs återkopplingen"),
    )


def answer_step(row):
    """Return the step of an assignment that waits for the organisation's answer."""
    assignment = row.assignment
    day = date_format(timezone.localtime(assignment.due_at), "j F Y")
    if assignment.is_overdue:
        text = _("Sista dagen var %(day)s, men det går fortfarande att svara.") % {"day": day}
    else:
        text = _("Svara senast %(day)s.") % {"day": day}
    if row.state == SubmissionState.DRAFT:
        title, action = _("Skicka in svaret på %(assignment)s"), _("Fortsätt skriva")
        text = f"{_('Ni har ett utkast.')} {text}"
    else:
        title, action = _("Svara på %(assignment)s"), _("Läs uppgiften")
    return Step(title % {"assignment": assignment.title}, text, assignment.get_absolute_url(), action)


def timeline(user, network, organisation, work):
    """Return the organisation's way through the network: joined, meetings, assignments and inventory, by day."""
    events = [*joined(network, organisation), *meetings(user, network), *answers(work.rows)]
    if work.inventory is not None and work.inventory.is_begun:
        events.append(
            Event(_("Inventering av lokala behov"), work.inventory.updated_at, url=reverse("needs:index"), state="done")
        )
    if network.archived_at:
        events.append(Event(_("Nätverket avslutades"), network.archived_at, state="done"))
    return sorted(events, key=lambda event: event.at)


def joined(network, organisation):
    """Return the day when the first of the organisation's people came in."""
    memberships = Membership.objects.participants().filter(network=network, organisation=organisation)
    first = memberships.order_by("from_date").values_list("from_date", flat=True).first()
    if first is None:
        return []
    at = timezone.make_aware(datetime.datetime.combine(first, datetime.time.min))
    return [Event(_("%(organisation)s gick med i nätverket") % {"organisation": organisation.name}, at, state="done")]


def meetings(user, network):
    """Return the meetings, the first one to come marked as next."""
    now = timezone.now()
    events, is_next = [], True
    for meeting in Meeting.objects.visible_to(user).published().filter(network=network).order_by("starts_at"):
        state = "done" if meeting.ends_at <= now else "next" if is_next else ""
        is_next = is_next and state == "done"
        events.append(Event(meeting.title, meeting.starts_at, meeting.venue, meeting.get_absolute_url(), state))
    return events


def answers(rows):
    """Return the assignments at the day when they were answered, else at their last day."""
    events = []
    for row in rows:
        sent_at = row.submission.submitted_at if row.submission else None
        text = row.submission.get_state_display() if row.submission else _("Inget svar än")
        url = row.assignment.get_absolute_url()
        is_done = row.state in (SubmissionState.SUBMITTED, SubmissionState.DONE)
        events.append(
            Event(row.assignment.title, sent_at or row.assignment.due_at, text, url, "done" if is_done else "")
        )
    return events
