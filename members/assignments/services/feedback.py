"""The coordinator answers an answer: one strength, one question, never a grade."""

from django.db import transaction

from members.assignments import emails
from members.assignments.models import Feedback, Submission
from members.assignments.services.recipients import colleagues
from members.audit.services import record
from members.notifications.registry import key_of
from members.notifications.services import notify


class VersionSuperseded(Exception):
    """The organisation has sent in a newer version than the one that was read; `version` is the newer."""

    def __init__(self, version):
        super().__init__(version)
        self.version = version


@transaction.atomic
def give_feedback(*, submission, version, strength, question, outcome, by):
    """Give feedback on the version that was read, and tell the organisation by mail and notice.

    `version` is the number of that version. The outcome becomes the submission's state. Sent twice it is given once.
    Raises VersionSuperseded.
    """
    submission = (
        Submission.objects.select_for_update(of=("self",))
        .select_related("assignment__network", "organisation")
        .get(pk=submission.pk)
    )
    latest = submission.versions.first()
    if latest.number != version:
        raise VersionSuperseded(latest)
    given = {"strength": strength, "question": question, "outcome": outcome, "author_id": by.pk}
    newest = latest.feedback.first()
    if newest is not None and all(getattr(newest, name) == value for name, value in given.items()):
        return newest
    feedback = Feedback.objects.create(version=latest, **given)
    submission.state = outcome
    submission.save(update_fields=["state"])
    assignment = submission.assignment
    record(action="assignments.give_feedback", by=by, obj=feedback, network=assignment.network, fields=["state"])
    notify(
        users=colleagues(submission.organisation_id, assignment.network_id),
        kind="assignments.feedback",
        key=key_of(feedback),
        title=assignment.title,
        url=submission.get_absolute_url(),
        by=by,
        network=assignment.network,
        email=lambda user: emails.feedback(user, feedback, submission),
    )
    return feedback
