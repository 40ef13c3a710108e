"""Start the next network from the last: what was planned is copied, with its dates moved; people and answers never are.

Spans apps, so it stands above them. See docs/next-network.md.
"""

import datetime
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from home.models import InvitationMeeting, InvitationPage
from members.assignments.models import Assignment, Question
from members.audit.services import record
from members.forum.models import Category
from members.meetings.models import AgendaItem, Meeting
from members.organisations import services as organisations
from members.organisations.enums import Role
from members.organisations.models import Membership, Network

NETWORK_COPIES = ("description", "description_en", "price_per_person_ore", "capacity", "is_demonstration")
CATEGORY_COPIES = ("name", "slug", "description", "sensitivity", "sort_order")
MEETING_COPIES = ("number", "title", "venue", "address", "intro")
ITEM_COPIES = ("sort_order", "starts_at", "ends_at", "title", "speaker", "text")
ASSIGNMENT_COPIES = ("title", "instructions")
QUESTION_COPIES = ("sort_order", "text", "help_text", "is_required")


@dataclass(frozen=True)
class Move:
    """A number of whole weeks, so that a Tuesday stays a Tuesday and ten o'clock stays ten o'clock."""

    weeks: int

    def day(self, date):
        """Move a date; None stays None."""
        return date and date + datetime.timedelta(weeks=self.weeks)

    def moment(self, moment):
        """Move a moment by the clock on the wall, across changes between summer and winter time."""
        if moment is None:
            return None
        local = timezone.localtime(moment).replace(tzinfo=None)
        return timezone.make_aware(local + datetime.timedelta(weeks=self.weeks))


def move_to(last, first_day):
    """Return the move that puts the first meeting into the week of `first_day`, on the weekday that it had."""
    old = timezone.localtime(last.first_meeting_at).date()
    mondays = [day - datetime.timedelta(days=day.weekday()) for day in (old, first_day)]
    return Move((mondays[1] - mondays[0]).days // 7)


def planned(last, first_day):
    """Return what would be made, for the eye: dates of the network, meetings, assignments, categories, invitations.

    `undated` are the meetings of the invitation whose time is only words: those must be written anew.
    """
    move = move_to(last, first_day)
    pages = InvitationPage.objects.filter(network=last).select_related("locale").order_by("locale_id")
    rows = InvitationMeeting.objects.filter(page__in=pages).select_related("page__locale").order_by("page", "number")
    return {
        "weeks": move.weeks,
        "registration_opens_date": move.day(last.registration_opens_date),
        "last_registration_date": move.day(last.last_registration_date),
        "first_meeting_at": move.moment(last.first_meeting_at),
        "meetings": [(row, move.moment(row.starts_at)) for row in last.meetings.order_by("starts_at")],
        "assignments": [(row, move.moment(row.due_at)) for row in last.assignments.order_by("due_at")],
        "categories": list(last.categories.all()),
        "invitations": list(pages),
        "undated": [row for row in rows if row.date is None],
    }


@transaction.atomic
def start_next_network(*, last, name, slug, first_day, by, name_en=""):
    """Make the network and all that was planned for the last one, as drafts; return the network.

    Whoever coordinates the last one coordinates the new one if it is they who start it: nobody else is taken along.
    Raises IntegrityError if another network has the address.
    """
    move = move_to(last, first_day)
    network = Network.objects.create(
        name=name,
        name_en=name_en,
        slug=slug,
        registration_opens_date=move.day(last.registration_opens_date),
        last_registration_date=move.day(last.last_registration_date),
        first_meeting_at=move.moment(last.first_meeting_at),
        closes_at=move.moment(last.closes_at),
        **_same(last, NETWORK_COPIES),
    )
    record(action="ops.start_next_network", by=by, obj=network, network=network)
    _take_along(last, network, by)
    for category in last.categories.all():
        Category.objects.create(network=network, **_same(category, CATEGORY_COPIES))
    meetings = {row.pk: _meeting(row, network, move, by) for row in last.meetings.all()}
    for assignment in last.assignments.all():
        _assignment(assignment, network, meetings, move, by)
    _invitations(last, network, move, by)
    return network


def _same(row, names):
    return {name: getattr(row, name) for name in names}


def _take_along(last, network, by):
    held = Membership.objects.current().filter(user=by, network=last, role=Role.COORDINATOR).first()
    if held is not None:
        organisations.create_membership(
            user=by, organisation=held.organisation, network=network, role=Role.COORDINATOR, by=by
        )


def _meeting(row, network, move, by):
    made = Meeting.objects.create(
        network=network,
        live=False,
        starts_at=move.moment(row.starts_at),
        ends_at=move.moment(row.ends_at),
        is_demonstration=row.is_demonstration,
        **_same(row, MEETING_COPIES),
    )
    for item in row.agenda_items.all():
        AgendaItem.objects.create(meeting=made, uuid=uuid.uuid4(), **_same(item, ITEM_COPIES))
    Meeting.objects.get(pk=made.pk).save_revision(user=by)
    return made


def _assignment(row, network, meetings, move, by):
    made = Assignment.objects.create(
        network=network,
        live=False,
        before_meeting=meetings.get(row.before_meeting_id),
        opens_at=move.moment(row.opens_at),
        due_at=move.moment(row.due_at),
        cut_off_at=move.moment(row.cut_off_at),
        is_demonstration=row.is_demonstration,
        **_same(row, ASSIGNMENT_COPIES),
    )
    for question in row.questions.all():
        Question.objects.create(assignment=made, uuid=uuid.uuid4(), **_same(question, QUESTION_COPIES))
    Assignment.objects.get(pk=made.pk).save_revision(user=by)


def _invitations(last, network, move, by):
    """The invitation in each of its languages, still translations of one another."""
    keys = {}
    pages = InvitationPage.objects.filter(network=last).select_related("locale").order_by("locale_id")
    for page in pages:
        key = keys.setdefault(page.translation_key, uuid.uuid4())
        title = network.name_en if page.locale.language_code == "en" and network.name_en else network.name
        copy = page.copy(
            update_attrs={"network": network, "slug": network.slug, "title": title, "translation_key": key},
            copy_revisions=False,
            keep_live=False,
            reset_translation_key=False,
            user=by,
        )
        # What search engines were told was about the last one.
        InvitationPage.objects.filter(pk=copy.pk).update(seo_title="", draft_title=title)
        for row in InvitationMeeting.objects.filter(page=copy, date__isnull=False):
            row.date = move.day(row.date)
            row.save(update_fields=["date"])
        InvitationPage.objects.get(pk=copy.pk).save_revision(user=by, clean=False)
