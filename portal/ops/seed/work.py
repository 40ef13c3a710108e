"""Assignments between the meetings, what the organisations answer, and the coordinator's feedback."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from members.assignments.models import Answer, Assignment, Feedback, Question, Submission, SubmissionVersion
from portal.ops.seed import prose
from portal.ops.seed.content.networks import founding_work, running_work, third
from portal.ops.seed.memory import moment

# Who wrote for whom in the founding network.
FOUNDING_AUTHORS = {"alvnas": "ida", "bjorkhaga": "leila", "landstinget": "rasmus"}
OPENS, DUE, WRITTEN = time(9, 0), time(23, 59), time(14, 20)


def fill(world):
    """Make the assignments of all three networks with their answers; those of the running ones follow today."""
    for text in founding_work.ASSIGNMENTS:
        assignment = _assignment(world, "founding", text)
        for key, (state, visibility, day, answers, feedback) in text["answers"].items():
            at = _aware(day, WRITTEN)
            author = world.people[FOUNDING_AUTHORS[key]]
            answered = {"state": state, "visibility": visibility, "answers": answers, "feedback": feedback}
            _submission(world, assignment, key, answered, author=author, at=at, by="david")
    for network, texts, coordinator in (
        ("running", running_work.ASSIGNMENTS, "david"),
        ("third", third.ASSIGNMENTS, "henrik"),
    ):
        for text in texts:
            assignment = _assignment(world, network, text)
            world.moving.append(assignment)
            for key, answered in text["answers"].items():
                at = min(moment(world.day, answered["days"], WRITTEN), timezone.now())
                author = world.people[answered["by"]]
                world.moving += _submission(world, assignment, key, answered, author=author, at=at, by=coordinator)


def _assignment(world, network, text):
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
        submitted_at=at if is_sent else None,
    )
    Submission.objects.filter(pk=submission.pk).update(updated_at=at)
    questions = list(assignment.questions.order_by("sort_order"))
    pairs = list(zip(questions, answered["answers"], strict=True))
    Answer.objects.bulk_create(
        Answer(submission=submission, question_uuid=question.uuid, text=text) for question, text in pairs
    )
    if not is_sent:
        return [submission]
    rows = [submission, _version(submission, pairs, author=author, at=at)]
    if answered["feedback"]:
        rows.append(_feedback(rows[1], answered["feedback"], outcome=answered["state"], by=world.people[by], at=at))
    return rows


def _version(submission, pairs, *, author, at):
    answers = [{"uuid": str(question.uuid), "question": question.text, "text": text} for question, text in pairs]
    version = SubmissionVersion.objects.create(submission=submission, number=1, answers=answers, submitted_by=author)
    SubmissionVersion.objects.filter(pk=version.pk).update(submitted_at=at)
    return version


def _feedback(version, texts, *, outcome, by, at):
    strength, question = texts
    feedback = Feedback.objects.create(
        version=version, strength=strength, question=question, outcome=outcome, author=by
    )
    Feedback.objects.filter(pk=feedback.pk).update(created_at=min(at + timedelta(days=2), timezone.now()))
    return feedback


def _aware(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))
