"""An organisation writes its answer together and sends it in; no text is ever written over unseen."""

from django.db import transaction
from django.utils import timezone

from members.assignments.enums import SubmissionState
from members.assignments.models import Answer, Attachment, Submission
from members.assignments.services.recipients import colleagues, coordinators
from members.audit.services import record
from members.files import services as files
from members.notifications.registry import key_of
from members.notifications.services import notify

FILE_KIND = "assignments.attachment"


class SubmissionClosed(Exception):
    """The answer cannot be changed: the assignment is not open, or the coordinator has said that it is done."""


class StaleEdit(Exception):
    """Somebody of the organisation has changed the text since it was opened; nothing was saved."""

    def __init__(self, submission):
        super().__init__(submission)
        self.submission = submission


class AnswersMissing(Exception):
    """Questions that must be answered are not; `questions` are those."""

    def __init__(self, questions):
        super().__init__(questions)
        self.questions = questions


@transaction.atomic
def save_draft(*, assignment, organisation, answers, visibility, edit_number, by):
    """Save what the organisation has written so far, and return the submission.

    `answers` is {uuid of the question: text}; `edit_number` is the one that the text was opened with. Saving the same
    text twice is saving it once. Who may read what has been sent in is chosen by set_visibility, never along with a
    draft: of an answer that has been sent in, and without `visibility`, the choice stays as it is. Raises StaleEdit
    when somebody has saved another text since, SubmissionClosed when nothing can be changed.
    """
    submission = _open_submission(assignment, organisation)
    if visibility is None or submission.is_sent_in:
        visibility = submission.visibility
    stored = {answer.question_uuid: answer for answer in submission.answers.all()}
    asked = set(assignment.questions.values_list("uuid", flat=True))
    changed = {
        uuid: text
        for uuid, text in answers.items()
        if uuid in asked and text != (stored[uuid].text if uuid in stored else "")
    }
    if not changed and visibility == submission.visibility:
        return submission
    if edit_number != submission.edit_number:
        raise StaleEdit(submission)
    for uuid, text in changed.items():
        Answer.objects.update_or_create(submission=submission, question_uuid=uuid, defaults={"text": text})
    submission.visibility = visibility
    submission.edit_number += 1
    _touch(submission, by, "visibility", "edit_number", is_content=bool(changed))
    fields = [*(["answers"] if changed else []), "visibility"]
    record(action="assignments.save_draft", by=by, obj=submission, network=assignment.network, fields=fields)
    return submission


@transaction.atomic
def attach(*, assignment, organisation, uploads, by):
    """Keep files with the answer, and return those that are new: the same file sent twice is kept once.

    Apart from the text, so that a file is never lost because somebody else changed a sentence. Raises
    SubmissionClosed, and ValidationError for a file that members.files refuses.
    """
    submission = _open_submission(assignment, organisation)
    known = set(submission.attachments.standing().values_list("file__sha256", "file__name"))
    added = []
    for upload in uploads:
        file = files.store(upload=upload, kind=FILE_KIND, by=by, network=assignment.network)
        if (file.sha256, file.name) in known:
            files.remove(file=file, by=by, network=assignment.network)
            continue
        known.add((file.sha256, file.name))
        added.append(Attachment.objects.create(submission=submission, file=file))
    if added:
        _touch(submission, by)
        record(action="assignments.attach", by=by, obj=submission, network=assignment.network, fields=["attachments"])
    return added


@transaction.atomic
def remove_attachment(*, attachment, by):
    """Take a file away from the answer; versions that were sent in with it keep it. Twice is once."""
    assignment = attachment.submission.assignment
    submission = _open_submission(assignment, attachment.submission.organisation)
    attachment = submission.attachments.standing().select_related("file").filter(pk=attachment.pk).first()
    if attachment is None:
        return
    if attachment.versions.exists():
        attachment.removed_at = timezone.now()
        attachment.save(update_fields=["removed_at"])
    else:
        attachment.delete()
        files.remove(file=attachment.file, by=by, network=assignment.network)
    _touch(submission, by)
    record(
        action="assignments.remove_attachment",
        by=by,
        obj=submission,
        network=assignment.network,
        fields=["attachments"],
    )


@transaction.atomic
def set_visibility(*, submission, visibility, by):
    """Let others read what was sent in, or stop them. Possible when the assignment has closed, too."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if visibility == submission.visibility:
        return submission
    submission.visibility = visibility
    submission.edit_number += 1
    submission.save(update_fields=["visibility", "edit_number"])
    network = submission.assignment.network
    record(action="assignments.set_visibility", by=by, obj=submission, network=network, fields=["visibility"])
    return submission


@transaction.atomic
def submit(*, assignment, organisation, edit_number, by):
    """Send in the organisation's answer as its next version, and return the version.

    Sending in again adds a version; earlier ones stay readable. Sending in twice what is the same adds none. Raises
    AnswersMissing, SubmissionClosed, and StaleEdit when the text is another than the one that was looked through.
    """
    submission = _open_submission(assignment, organisation)
    texts = dict(submission.answers.values_list("question_uuid", "text"))
    questions = list(assignment.questions.all())
    answers = [{"uuid": str(row.uuid), "question": row.text, "text": texts.get(row.uuid, "")} for row in questions]
    attachments = list(submission.attachments.standing())
    latest = submission.versions.first()
    if submission.state == SubmissionState.SUBMITTED and _is_same(latest, answers, attachments):
        return latest
    if edit_number != submission.edit_number:
        raise StaleEdit(submission)
    missing = [row for row in questions if row.is_required and not texts.get(row.uuid)]
    if missing:
        raise AnswersMissing(missing)
    now = timezone.now()
    version = submission.versions.create(
        number=latest.number + 1 if latest else 1, answers=answers, submitted_by=by, submitted_at=now
    )
    version.attachments.set(attachments)
    submission.state, submission.submitted_at = SubmissionState.SUBMITTED, now
    submission.save(update_fields=["state", "submitted_at"])
    record(action="assignments.submit", by=by, obj=version, network=assignment.network, fields=["state"])
    _tell_of_submission(submission, by)
    return version


def _open_submission(assignment, organisation):
    """Return the organisation's submission, locked, made if there is none. Raises SubmissionClosed."""
    if not assignment.is_open:
        raise SubmissionClosed
    submission, _created = Submission.objects.select_for_update().get_or_create(
        assignment=assignment, organisation=organisation
    )
    if not submission.is_editable:
        raise SubmissionClosed
    return submission


def _touch(submission, by, *fields, is_content=True):
    """Note who changed the text or the files last; who may read them is no such change."""
    if is_content:
        submission.updated_by, submission.updated_at = by, timezone.now()
        fields = (*fields, "updated_by", "updated_at")
    submission.save(update_fields=fields)


def _is_same(version, answers, attachments):
    return version.answers == answers and set(version.attachments.values_list("pk", flat=True)) == {
        row.pk for row in attachments
    }


def _tell_of_submission(submission, by):
    """Tell the coordinators, and the colleagues who wrote too; in the portal alone, for nothing is asked of them."""
    network = submission.assignment.network
    notify(
        users=[*coordinators(network.pk), *colleagues(submission.organisation_id, network.pk)],
        kind="assignments.submitted",
        key=key_of(submission),
        title=f"{submission.organisation.name}: {submission.assignment.title}",
        url=submission.get_absolute_url(),
        by=by,
        network=network,
    )
