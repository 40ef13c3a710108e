"""Assignments between the meetings, what the organisations answer, and the coordinator's feedback."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from members.assignments import services
from members.assignments.models import Answer, Assignment, Attachment, Feedback, Question, Submission, SubmissionVersion
from members.assignments.services.answering import FILE_KIND
from members.files.services import store
from portal.ops.seed import prose
from portal.ops.seed.content.networks import founding_work, running_work, third
from portal.ops.seed.meetings import upload
from portal.ops.seed.memory import moment

# Who wrote for whom in the founding network.
FOUNDING_AUTHORS = {"alvnas": "ida", "bjorkhaga": "leila", "landstinget": "rasmus"}
OPENS, DUE, WRITTEN = time(9, 0), time(23, 59), time(14, 20)


def fill(world):
    """Make the assignments of all three networks with their answers; those of the running ones follow today."""
    for text in founding_work.ASSIGNMENTS:
        assignment = _assignment(world, "founding", text, by="david")
        for key, (state, visibility, day, answers, feedback) in text["answers"].items():
            at = _aware(day, WRITTEN)
            author = world.people[FOUNDING_AUTHORS[key]]
            answered = {"state": state, "visibility": visibility, "answers": answers, "feedback": feedback}
            answered["files"] = founding_work.FILES.get((text["key"], key), [])
            _submission(world, assignment, key, answered, author=author, at=at, by="david")
    for network, texts, coordinator in (
        ("running", running_work.ASSIGNMENTS, "david"),
        ("third", third.ASSIGNMENTS, "henrik"),
    ):
        for text in texts:
            assignment = _assignment(world, network, text, by=coordinator)
            world.moving.append(assignment)
            for key, answered in text["answers"].items():
                at = moment(world.day, answered["days"], WRITTEN)
                author = world.people[answered["by"]]
                world.moving += _submission(world, assignment, key, answered, author=author, at=at, by=coordinator)


def _assignment(world, network, text, *, by):
    """One assignment with its questions. `told_at` is set: nobody is mailed about what the seed made."""
    relative = isinstance(text["opens"], int)
    opens_at = moment(world.day, text["opens"], OPENS) if relative else _aware(text["opens"], OPENS)
    due_at = moment(world.day, text["due"], DUE) if relative else _aware(text["due"], DUE)
    is_draft = text.get("is_draft", False)
    assignment = Assignment.objects.create(
        network=world.networks[network],
        before_meeting=world.meetings.get(text.get("before")),
        title=text["title"],
        instructions=prose.stream(text["intro"]),
        opens_at=opens_at,
        due_at=due_at,
        told_at=None if is_draft else opens_at,
        live=not is_draft,
        has_unpublished_changes=is_draft,
        first_published_at=None if is_draft else opens_at,
        last_published_at=None if is_draft else opens_at,
        is_demonstration=True,
    )
    world.assignments[text["key"]] = assignment
    if not is_draft:
        services.publish(assignment=assignment, by=world.people[by])
        assignment.refresh_from_db(fields=["thread"])
    for order, question in enumerate(text["questions"]):
        Question.objects.create(assignment=assignment, sort_order=order, text=question)
    return assignment


def _submission(world, assignment, organisation, answered, *, author, at, by):
    """The organisation's answer; unless it is a draft, with the version handed in and perhaps feedback."""
    is_sent = answered["state"] != "draft"
    submission = Submission.objects.create(
        assignment=assignment,
        organisation=world.organisations[organisation],
        state=answered["state"],
        visibility=answered["visibility"],
        edit_number=len(answered["answers"]),
        updated_by=author,
        updated_at=at,
        submitted_at=at if is_sent else None,
    )
    questions = list(assignment.questions.order_by("sort_order"))
    pairs = list(zip(questions, answered["answers"], strict=True))
    Answer.objects.bulk_create(
        Answer(submission=submission, question_uuid=question.uuid, text=text) for question, text in pairs
    )
    if not is_sent:
        return [submission]
    version = _version(submission, pairs, author=author, at=at)
    version.attachments.set(_attached(submission, name, by=author, at=at) for name in answered.get("files", []))
    rows = [submission, version]
    if answered["feedback"]:
        rows.append(_feedback(version, answered["feedback"], outcome=answered["state"], by=world.people[by], at=at))
    return rows


def _version(submission, pairs, *, author, at):
    answers = [{"uuid": str(question.uuid), "question": question.text, "text": text} for question, text in pairs]
    return SubmissionVersion.objects.create(
        submission=submission, number=1, answers=answers, submitted_by=author, submitted_at=at
    )


def _attached(submission, name, *, by, at):
    network = submission.assignment.network
    file = store(upload=upload(name), kind=FILE_KIND, by=by, network=network)
    attachment = Attachment.objects.create(submission=submission, file=file)
    Attachment.objects.filter(pk=attachment.pk).update(created_at=at)
    return attachment


def _feedback(version, texts, *, outcome, by, at):
    strength, question = texts
    return Feedback.objects.create(
        version=version,
        strength=strength,
        question=question,
        outcome=outcome,
        author=by,
        created_at=at + timedelta(days=1),
    )


def _aware(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))
