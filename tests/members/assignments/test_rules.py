"""Who may read the files of an answer, and what the constraints hold."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from members.assignments.enums import Visibility
from members.assignments.models import Answer, Assignment, Submission, SubmissionVersion
from portal.core.access import may
from tests.factories.assignments import (
    AnswerFactory,
    AssignmentFactory,
    AttachmentFactory,
    SubmissionVersionFactory,
    sent_in,
)
from tests.factories.files import PrivateFileFactory
from tests.factories.meetings import MeetingFactory

EVERYBODY = ("amina", "bo", "cecilia", "david", "eva", "fredrik", "gunilla", "henrik", "ida", "johan")


def readers(world, attachment):
    return {name for name in EVERYBODY if may(world.fresh(name), "files.view_privatefile", attachment.file)}


def test_file_of_a_draft_is_the_organisations_alone(world):
    attachment = AttachmentFactory(
        submission__assignment__network=world.network, submission__organisation=world.lindasa
    )
    assert readers(world, attachment) == {"amina", "bo"}


def test_file_that_was_sent_in_is_read_by_the_coordinator_too(world):
    submission = sent_in(AssignmentFactory(network=world.network), world.lindasa)
    attachment = AttachmentFactory(submission=submission)
    submission.versions.get().attachments.add(attachment)

    assert readers(world, attachment) == {"amina", "bo", "david"}


def test_file_added_after_sending_in_is_not_sent_in(world):
    submission = sent_in(AssignmentFactory(network=world.network), world.lindasa, visibility=Visibility.NETWORK)
    assert readers(world, AttachmentFactory(submission=submission)) == {"amina", "bo"}


def test_file_of_an_opened_answer_is_read_by_the_network_in_its_latest_version(world):
    submission = sent_in(AssignmentFactory(network=world.network), world.lindasa, visibility=Visibility.NETWORK)
    attachment = AttachmentFactory(submission=submission)
    submission.versions.get().attachments.add(attachment)
    assert readers(world, attachment) == {"amina", "bo", "cecilia", "david"}

    SubmissionVersionFactory(submission=submission, number=2)
    assert readers(world, attachment) == {"amina", "bo", "david"}


def test_file_without_an_answer_is_read_by_nobody(world):
    file = PrivateFileFactory(kind="assignments.attachment")
    assert not may(world.amina, "files.view_privatefile", file)


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        (lambda thing: Submission(assignment=thing.assignment, organisation=thing.organisation), "one submission"),
        (lambda thing: SubmissionVersion(submission=thing, number=1, answers=[]), "one version per number"),
        (lambda thing: Answer(submission=thing, question_uuid=thing.answers.get().question_uuid), "one answer"),
    ],
)
def test_there_is_one_of_each(world, row, fact):
    submission = sent_in(AssignmentFactory(network=world.network), world.lindasa)
    AnswerFactory(submission=submission)
    with pytest.raises(IntegrityError), transaction.atomic():
        row(submission).save()


def test_assignment_is_due_after_it_opens(world):
    assignment = AssignmentFactory.build(network=world.network)
    assignment.due_at = assignment.opens_at
    with pytest.raises(ValidationError, match="Sista svarsdag måste vara efter"):
        assignment.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        assignment.save()


def test_assignment_closes_after_it_is_due(world):
    assignment = AssignmentFactory.build(network=world.network)
    assignment.cut_off_at = assignment.due_at - datetime.timedelta(minutes=1)
    with pytest.raises(ValidationError, match="kan inte stänga före"):
        assignment.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        assignment.save()


def test_assignment_comes_before_a_meeting_of_its_own_network(world):
    assignment = AssignmentFactory(network=world.network)
    assignment.before_meeting = MeetingFactory(network=world.network)
    assignment.full_clean()
    assignment.before_meeting = MeetingFactory(network=world.other)
    with pytest.raises(ValidationError, match="annat nätverk"):
        assignment.full_clean()


def test_things_are_called_what_they_are(world):
    submission = sent_in(AssignmentFactory(network=world.network, title="Vilka är ni?"), world.lindasa)
    AttachmentFactory(submission=submission, file__name="plan.pdf")

    assert str(Assignment.objects.get()) == "Vilka är ni?"
    assert str(submission) == "Lindåsa kommun · Vilka är ni?"
    assert str(submission.versions.get()) == "Lindåsa kommun · Vilka är ni? · 1"
    assert str(submission.attachments.get()) == "plan.pdf"
