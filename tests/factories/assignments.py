"""Assignments, and what organisations answer."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from members.assignments.enums import SubmissionState
from members.assignments.models import Answer, Assignment, Attachment, Feedback, Question, Submission, SubmissionVersion
from tests.factories.files import PrivateFileFactory
from tests.factories.organisations import NetworkFactory, OrganisationFactory


class AssignmentFactory(DjangoModelFactory):
    """A published assignment that opened yesterday and is due in two weeks, with no questions and no cut-off."""

    class Meta:
        model = Assignment

    network = factory.SubFactory(NetworkFactory)
    title = factory.Sequence(lambda number: f"Uppgift {number}: vår lägesbild")
    opens_at = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(days=1))
    due_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=14))
    live = True


class QuestionFactory(DjangoModelFactory):
    """A question that must be answered."""

    class Meta:
        model = Question

    assignment = factory.SubFactory(AssignmentFactory)
    text = factory.Sequence(lambda number: f"Fråga {number}: hur ser det ut hos er?")
    sort_order = factory.Sequence(lambda number: number)


class SubmissionFactory(DjangoModelFactory):
    """A draft that nobody has written in yet."""

    class Meta:
        model = Submission

    assignment = factory.SubFactory(AssignmentFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class AnswerFactory(DjangoModelFactory):
    """A text to one question."""

    class Meta:
        model = Answer

    submission = factory.SubFactory(SubmissionFactory)
    question_uuid = factory.Faker("uuid4")
    text = "Vi har en grupp som träffas varje månad."


class AttachmentFactory(DjangoModelFactory):
    """A file with a submission."""

    class Meta:
        model = Attachment

    submission = factory.SubFactory(SubmissionFactory)
    file = factory.SubFactory(PrivateFileFactory, kind="assignments.attachment")


class SubmissionVersionFactory(DjangoModelFactory):
    """A version that was sent in; use `sent_in` for a submission that knows of it."""

    class Meta:
        model = SubmissionVersion

    submission = factory.SubFactory(SubmissionFactory, state=SubmissionState.SUBMITTED)
    number = 1
    answers = factory.LazyFunction(list)


class FeedbackFactory(DjangoModelFactory):
    """Feedback that asks for more."""

    class Meta:
        model = Feedback

    version = factory.SubFactory(SubmissionVersionFactory)
    strength = "Ni beskriver er målgrupp så att andra förstår den."
    question = "Hur följer ni upp?"
    outcome = SubmissionState.RETURNED


def sent_in(assignment, organisation, text="Så här arbetar vi.", state=SubmissionState.SUBMITTED, **fields):
    """A submission whose every question is answered with the text and sent in as version 1."""
    now = timezone.now()
    submission = SubmissionFactory(
        assignment=assignment, organisation=organisation, state=state, submitted_at=now, updated_at=now, **fields
    )
    questions = list(assignment.questions.all())
    for question in questions:
        AnswerFactory(submission=submission, question_uuid=question.uuid, text=text)
    SubmissionVersionFactory(
        submission=submission,
        answers=[{"uuid": str(row.uuid), "question": row.text, "text": text} for row in questions],
        submitted_at=now,
    )
    return submission
