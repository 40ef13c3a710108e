"""The coordinator's work with an application: calls, who has it, questions and answers."""

import datetime
import uuid

import pytest

from members.audit.models import Record
from members.registration import services
from members.registration.enums import ApplicationState
from members.registration.models import CallNote, Message
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["sv", "en"])
def application(request, world):
    person = ApplicationPersonFactory(
        application__network=world.network, application__language=request.param, email="kajsa@x.example"
    )
    return person.application


def test_question_and_answer_go_to_and_fro_and_are_sent_once(application, world):
    asked, answered = uuid.uuid4(), uuid.uuid4()
    for _again in range(2):
        services.ask(application=application, text="Vem deltar?", by=world.david, submission_key=asked)
    application.refresh_from_db()
    assert application.state == ApplicationState.FOLLOW_UP
    for _again in range(2):
        services.answer(application=application, text="Två från oss.", submission_key=answered)
    application.refresh_from_db()

    assert application.state == ApplicationState.SUBMITTED
    assert list(Message.objects.values_list("text", "is_from_applicant")) == [
        ("Vem deltar?", False),
        ("Två från oss.", True),
    ]
    mails = OutboxMessage.objects.order_by("pk")
    assert [mail.to for mail in mails] == ["kajsa@x.example", world.david.email]
    assert "Vem deltar?" in mails[0].text


def test_answer_is_told_to_whoever_handles_the_application(application, world):
    services.assign(application=application, by=world.david, assignee=world.david)
    services.answer(application=application, text="Hej", submission_key=uuid.uuid4())

    assert [mail.to for mail in OutboxMessage.objects.all()] == [world.david.email]


def test_question_after_a_decision_leaves_the_state(application, world):
    services.move(application=application, to=ApplicationState.WAITING, by=world.david)
    services.ask(application=application, text="Vem deltar?", by=world.david, submission_key=uuid.uuid4())

    application.refresh_from_db()
    assert application.state == ApplicationState.WAITING


def test_call_is_noted_and_ticked(application, world):
    day = datetime.date(2026, 11, 20)
    services.note_call(application=application, by=world.david, text="Positiva.", contacted_date=day)
    services.note_call(application=application, by=world.david, contacted_date=day)

    application.refresh_from_db()
    assert application.contacted_date == day
    assert CallNote.objects.get().text == "Positiva."
    assert Record.objects.get(action="registration.note_call").fields == ["call_notes", "contacted_date"]


def test_assigning_is_logged_when_something_changes(application, world):
    for _again in range(2):
        services.assign(application=application, by=world.david, assignee=world.david)

    assert Record.objects.get(action="registration.assign").fields == ["assignee"]
