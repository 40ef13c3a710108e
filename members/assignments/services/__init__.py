"""Every write of assignments: the answer, the feedback, and telling of a new assignment."""

from members.assignments.services.answering import (
    AnswersMissing,
    StaleEdit,
    SubmissionClosed,
    attach,
    remove_attachment,
    save_draft,
    set_visibility,
    submit,
)
from members.assignments.services.feedback import VersionSuperseded, give_feedback
from members.assignments.services.reading import mark_seen
from members.assignments.services.telling import (
    publish,
    record_deletion,
    record_unpublishing,
    tell_due,
    tell_of_assignment,
)

__all__ = [
    "AnswersMissing",
    "StaleEdit",
    "SubmissionClosed",
    "VersionSuperseded",
    "attach",
    "give_feedback",
    "mark_seen",
    "publish",
    "record_deletion",
    "record_unpublishing",
    "remove_attachment",
    "save_draft",
    "set_visibility",
    "submit",
    "tell_due",
    "tell_of_assignment",
]
