"""What the pages of assignments show, each read in a fixed number of queries."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from members.assignments.enums import OPENED, SubmissionState
from members.assignments.models import Assignment, Attachment, Feedback, Submission
from members.organisations.models import Membership

# State: (tone of its tag, icon). The words say the same, so that colour alone says nothing.
STATE_LOOKS = {
    "": ("neutral", "circle-alert"),
    SubmissionState.DRAFT: ("neutral", "pencil"),
    SubmissionState.SUBMITTED: ("info", "send"),
    SubmissionState.RETURNED: ("warn", "message-square"),
    SubmissionState.DONE: ("good", "circle-check"),
}


@dataclass
class AssignmentRow:
    """An assignment in a list, with where one organisation's answer stands."""

    assignment: Assignment
    submission: Submission | None

    @property
    def state(self):
        """The state of the answer; empty when nothing has been written."""
        return self.submission.state if self.submission else ""

    @property
    def tone(self):
        """The tone of the state's tag."""
        return STATE_LOOKS[self.state][0]

    @property
    def symbol(self):
        """The icon of the state's tag."""
        return STATE_LOOKS[self.state][1]

    @property
    def asks_for_work(self):
        """Whether the organisation has something to do here now."""
        return self.assignment.is_open and self.state in ("", SubmissionState.DRAFT, SubmissionState.RETURNED)


@dataclass
class AssignmentList:
    """A network's assignments by when they can be answered."""

    open: list = field(default_factory=list)
    answered: list = field(default_factory=list)
    coming: list = field(default_factory=list)
    closed: list = field(default_factory=list)
    drafts: list = field(default_factory=list)

    @property
    def rows(self):
        """All of them."""
        return [*self.open, *self.answered, *self.coming, *self.closed, *self.drafts]


@dataclass
class AnswerRow:
    """An organisation in the coordinator's list of who has answered."""

    organisation_id: int
    name: str
    submission: Submission | None = None

    @property
    def state(self):
        """The state of the answer; empty when nothing has been written."""
        return self.submission.state if self.submission else ""

    @property
    def tone(self):
        """The tone of the state's tag."""
        return STATE_LOOKS[self.state][0]


@dataclass
class AnswerText:
    """One question with what stands written to it."""

    uuid: str
    question: str
    text: str


def rows_of(user, network, organisation):
    """Return the assignments that the person sees in the network, each with the organisation's own answer."""
    assignments = Assignment.objects.visible_to(user).filter(network=network).with_counts().order_by("due_at", "pk")
    submissions = {row.assignment_id: row for row in Submission.objects.of(organisation, network)}
    rows = []
    for assignment in assignments:
        assignment.network = network  # known already: asking each row for it would be a query each
        rows.append(AssignmentRow(assignment, submissions.get(assignment.pk)))
    return rows


def assignment_list(user, network, organisation):
    """Return the network's assignments: open ones the first due first, closed ones the latest first."""
    found = AssignmentList()
    for row in rows_of(user, network, organisation):
        if not row.assignment.live:
            found.drafts.append(row)
        elif not row.assignment.has_opened:
            found.coming.append(row)
        elif not row.assignment.is_open:
            found.closed.insert(0, row)
        elif row.state in (SubmissionState.SUBMITTED, SubmissionState.DONE):
            found.answered.insert(0, row)
        else:
            found.open.append(row)
    return found


def own_submission(assignment, organisation):
    """Return the organisation's own answer with texts, standing files and versions, or None."""
    return (
        Submission.objects.filter(assignment=assignment, organisation=organisation)
        .select_related("updated_by", "organisation")
        .prefetch_related("answers", Prefetch("attachments", Attachment.objects.standing().select_related("file")))
        .first()
    )


def answer_texts(assignment, submission):
    """Return each question of today with the text as it stands, and texts whose question is gone."""
    texts = {answer.question_uuid: answer.text for answer in submission.answers.all()} if submission else {}
    asked = [AnswerText(str(row.uuid), row.text, texts.pop(row.uuid, "")) for row in assignment.questions.all()]
    return asked, [text for text in texts.values() if text]


def missing_answers(assignment, submission):
    """Return the questions that must be answered before sending in, and are not."""
    written = {answer.question_uuid for answer in submission.answers.all() if answer.text}
    return [row for row in assignment.questions.all() if row.is_required and row.uuid not in written]


def own_and_opened(user, assignment, organisation):
    """Return (the organisation's own answer or None, those that others let the network read): one query."""
    found = Submission.objects.visible_to(user).filter(assignment=assignment)
    found = found.filter(Q(organisation=organisation) | Q(visibility__in=OPENED))
    rows = list(found.select_related("organisation", "updated_by").order_by("organisation__name"))
    own = next((row for row in rows if row.organisation_id == organisation.pk), None)
    return own, [row for row in rows if row is not own]


def who_has_answered(assignment):
    """Return a row for each organisation that takes part or has answered: for the coordinator, without any text."""
    submissions = {
        row.organisation_id: row
        for row in assignment.submissions.select_related("organisation").defer("organisation__organisation_number")
    }
    taking_part = (
        Membership.objects.current()
        .participants()
        .filter(network_id=assignment.network_id)
        .values_list("organisation_id", "organisation__name")
        .distinct()
    )
    names = dict(taking_part) | {row.organisation_id: row.organisation.name for row in submissions.values()}
    rows = [AnswerRow(pk, name, submissions.get(pk)) for pk, name in names.items()]
    return sorted(rows, key=lambda row: row.name)


def version_of(submission, number=None):
    """Return that version, or the latest, with its files and feedback; None when there is no such version."""
    versions = submission.versions.select_related("submitted_by").prefetch_related(
        Prefetch("attachments", Attachment.objects.select_related("file")),
        Prefetch("feedback", Feedback.objects.select_related("author")),
    )
    return versions.first() if number is None else versions.filter(number=number).first()


def version_numbers(submission):
    """Return the versions, the newest first, with when and by whom: their texts are left unread."""
    return list(submission.versions.select_related("submitted_by").defer("answers"))
