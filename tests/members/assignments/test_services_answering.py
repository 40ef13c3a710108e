"""Writing an answer together, and sending it in."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from members.assignments import services
from members.assignments.enums import SubmissionState, Visibility
from members.assignments.models import Attachment, Submission, SubmissionVersion
from members.audit.models import Record
from members.files.models import PrivateFile
from members.notifications.models import Notification
from tests.factories.assignments import AssignmentFactory, QuestionFactory, sent_in
from tests.factories.files import upload


@pytest.fixture
def question(world):
    return QuestionFactory(assignment=AssignmentFactory(network=world.network))


def save(world, question, text, *, edit_number=0, by=None, visibility=Visibility.INTERNAL):
    return services.save_draft(
        assignment=question.assignment,
        organisation=world.lindasa,
        answers={question.uuid: text},
        visibility=visibility,
        edit_number=edit_number,
        by=by or world.amina,
    )


def send_in(world, question, *, edit_number=1, by=None):
    return services.submit(
        assignment=question.assignment, organisation=world.lindasa, edit_number=edit_number, by=by or world.amina
    )


def test_save_draft_keeps_the_text_and_who_wrote_it(world, question):
    submission = save(world, question, "Vi börjar här.")

    assert submission.state == SubmissionState.DRAFT
    assert submission.edit_number == 1
    assert submission.updated_by == world.amina
    assert submission.answers.get().text == "Vi börjar här."
    assert Record.objects.get(action="assignments.save_draft").fields == ["answers", "visibility"]


def test_save_draft_by_a_colleague_continues_the_same_submission(world, question):
    first = save(world, question, "Vi börjar här.")
    second = save(world, question, "Vi börjar här. Och fortsätter.", edit_number=1, by=world.bo)

    assert second == first
    assert second.edit_number == 2
    assert second.updated_by == world.bo


def test_save_draft_of_a_stale_text_is_refused_and_changes_nothing(world, question):
    save(world, question, "Aminas text.")

    with pytest.raises(services.StaleEdit) as stale:
        save(world, question, "Bos text.", by=world.bo)

    assert stale.value.submission.edit_number == 1
    assert Submission.objects.get().answers.get().text == "Aminas text."


def test_save_draft_twice_is_saving_once(world, question):
    save(world, question, "Samma text.")
    again = save(world, question, "Samma text.")

    assert again.edit_number == 1
    assert Record.objects.filter(action="assignments.save_draft").count() == 1


def test_save_draft_keeps_nothing_for_a_question_of_another_assignment(world, question):
    other = QuestionFactory()
    submission = services.save_draft(
        assignment=question.assignment,
        organisation=world.lindasa,
        answers={other.uuid: "Hör inte hit."},
        visibility=Visibility.INTERNAL,
        edit_number=0,
        by=world.amina,
    )
    assert not submission.answers.exists()


@pytest.mark.parametrize("moved", ["before it opens", "after the cut-off", "unpublished", "archived", "done"])
def test_save_draft_is_refused_when_nothing_can_be_changed(world, question, moved):
    assignment, now, day = question.assignment, timezone.now(), datetime.timedelta(days=1)
    if moved == "before it opens":
        assignment.opens_at = now + day
    elif moved == "after the cut-off":
        assignment.due_at = assignment.cut_off_at = now - day / 2
    elif moved == "unpublished":
        assignment.live = False
    elif moved == "archived":
        assignment.network.archived_at = now
    else:
        sent_in(assignment, world.lindasa, state=SubmissionState.DONE)

    with pytest.raises(services.SubmissionClosed):
        save(world, question, "För sent.")


def test_answer_after_the_last_day_but_before_the_cut_off_is_taken(world, question):
    assignment = question.assignment
    assignment.due_at = timezone.now() - datetime.timedelta(hours=1)
    assignment.cut_off_at = timezone.now() + datetime.timedelta(hours=1)

    assert save(world, question, "Lite sent.").edit_number == 1


def test_submit_makes_a_version_that_does_not_change_any_more(world, question):
    save(world, question, "Första svaret.")
    version = send_in(world, question)
    save(world, question, "Ändrat efteråt.", edit_number=1)

    submission = Submission.objects.get()
    version.refresh_from_db()
    assert version.number == 1
    assert version.answers == [{"uuid": str(question.uuid), "question": question.text, "text": "Första svaret."}]
    assert submission.state == SubmissionState.SUBMITTED
    assert submission.has_unsent_changes


def test_submit_twice_is_sending_in_once(world, question):
    save(world, question, "Svaret.")
    first = send_in(world, question)
    second = send_in(world, question)

    assert second == first
    assert SubmissionVersion.objects.count() == 1
    assert not Submission.objects.get().has_unsent_changes


def test_submit_again_is_the_next_version(world, question):
    save(world, question, "Första svaret.")
    send_in(world, question)
    Submission.objects.update(state=SubmissionState.RETURNED)
    save(world, question, "Kompletterat svar.", edit_number=1, by=world.bo)
    second = send_in(world, question, edit_number=2, by=world.bo)

    assert second.number == 2
    assert [row.answers[0]["text"] for row in SubmissionVersion.objects.all()] == [
        "Kompletterat svar.",
        "Första svaret.",
    ]
    assert Submission.objects.get().state == SubmissionState.SUBMITTED


def test_submit_of_another_text_than_was_looked_through_is_refused(world, question):
    save(world, question, "Det här läste Amina igenom.")
    save(world, question, "Det här skrev Bo sedan.", edit_number=1, by=world.bo)

    with pytest.raises(services.StaleEdit):
        send_in(world, question, edit_number=1)
    assert not SubmissionVersion.objects.exists()


def test_submit_asks_for_required_answers_only(world, question):
    QuestionFactory(assignment=question.assignment, is_required=False)
    save(world, question, "")
    Submission.objects.update(edit_number=1)

    with pytest.raises(services.AnswersMissing) as missing:
        send_in(world, question)
    assert missing.value.questions == [question]


def test_submit_tells_coordinator_and_colleagues_in_the_portal(world, question):
    save(world, question, "Svaret.")
    send_in(world, question)

    told = Notification.objects.filter(kind="assignments.submitted").values_list("user__name", flat=True)
    assert sorted(told) == ["Bo Castsson", "David Castsson"]


def test_attach_keeps_a_file_sent_twice_once(world, question):
    about = {"assignment": question.assignment, "organisation": world.lindasa, "by": world.amina}
    first = services.attach(uploads=[upload("plan.pdf")], **about)
    again = services.attach(uploads=[upload("plan.pdf"), upload("annan.pdf")], **about)

    assert [row.file.name for row in first] == ["plan.pdf"]
    assert [row.file.name for row in again] == ["annan.pdf"]
    assert PrivateFile.objects.count() == 2


def test_attach_refuses_what_files_refuse(world, question):
    with pytest.raises(ValidationError):
        services.attach(
            assignment=question.assignment, organisation=world.lindasa, uploads=[upload("a.exe")], by=world.amina
        )
    assert not Submission.objects.exists()


def test_removed_attachment_goes_with_its_file(world, question):
    about = {"assignment": question.assignment, "organisation": world.lindasa, "by": world.amina}
    (attachment,) = services.attach(uploads=[upload("plan.pdf")], **about)
    services.remove_attachment(attachment=attachment, by=world.bo)
    services.remove_attachment(attachment=attachment, by=world.bo)

    assert not Attachment.objects.exists()
    assert not PrivateFile.objects.exists()
    assert Record.objects.filter(action="assignments.remove_attachment").count() == 1


def test_attachment_that_was_sent_in_stays_with_its_version(world, question):
    about = {"assignment": question.assignment, "organisation": world.lindasa, "by": world.amina}
    save(world, question, "Svaret.")
    (attachment,) = services.attach(uploads=[upload("plan.pdf")], **about)
    version = send_in(world, question)
    services.remove_attachment(attachment=attachment, by=world.amina)

    assert list(version.attachments.all()) == [attachment]
    assert not Submission.objects.get().attachments.standing().exists()
    assert Submission.objects.get().has_unsent_changes


def test_set_visibility_is_recorded_once_and_is_no_change_of_text(world, question):
    submission = sent_in(question.assignment, world.lindasa)
    services.set_visibility(submission=submission, visibility=Visibility.NETWORK, by=world.amina)
    changed = services.set_visibility(submission=submission, visibility=Visibility.NETWORK, by=world.amina)

    assert changed.visibility == Visibility.NETWORK
    assert not changed.has_unsent_changes
    assert Record.objects.filter(action="assignments.set_visibility").count() == 1
