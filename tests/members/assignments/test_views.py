"""The pages between the meetings, up to the answer being written."""

import datetime

from django.urls import reverse
from django.utils import timezone

from members.assignments import services
from members.assignments.enums import SubmissionState, Visibility
from members.assignments.models import Attachment, Submission
from members.notifications.models import Notification
from tests.factories.assignments import (
    AnswerFactory,
    AssignmentFactory,
    FeedbackFactory,
    QuestionFactory,
    SubmissionFactory,
    sent_in,
)
from tests.factories.files import upload
from tests.members.assignments.conftest import address, name_of, page, posted

# The list


def test_index_groups_by_what_can_be_done(amina, world):
    now, day = timezone.now(), datetime.timedelta(days=1)
    todo = AssignmentFactory(network=world.network, title="Öppen uppgift")
    coming = AssignmentFactory(network=world.network, title="Kommande uppgift", opens_at=now + day)
    closed = AssignmentFactory(
        network=world.network, title="Stängd uppgift", opens_at=now - 9 * day, due_at=now - day, cut_off_at=now - day
    )
    answered = AssignmentFactory(network=world.network, title="Besvarad uppgift")
    sent_in(answered, world.lindasa)
    AssignmentFactory(network=world.network, title="Hemligt utkast", live=False)

    response = amina.get(reverse("assignments:index"))

    found = response.context["list"]
    assert [row.assignment for row in found.open] == [todo]
    assert [row.assignment for row in found.coming] == [coming]
    assert [row.assignment for row in found.closed] == [closed]
    assert [row.assignment for row in found.answered] == [answered]
    assert found.drafts == []
    assert "Inskickat" in page(response)


def test_index_shows_the_coordinator_drafts_and_how_many_have_answered(client, world, login):
    AssignmentFactory(network=world.network, title="Ett utkast", live=False)
    sent_in(AssignmentFactory(network=world.network), world.lindasa)

    response = login(client, world.david).get(reverse("assignments:index"))

    assert "Ett utkast" in page(response)
    assert "1 svar inskickat" in page(response)


def test_index_without_assignments_says_so(amina):
    assert "Det finns inga uppgifter just nu" in page(amina.get(reverse("assignments:index")))


def test_index_of_an_archive_has_closed_ones_only(client, world, login):
    AssignmentFactory(network=world.archive)
    found = login(client, world.ida).get(reverse("assignments:index")).context["list"]

    assert len(found.closed) == 1
    assert found.open == []


# One assignment


def test_assignment_shows_what_is_asked_and_leads_to_the_answer(amina, question):
    response = amina.get(question.assignment.get_absolute_url())

    assert question.text in page(response)
    assert address("answer", question.assignment) in page(response)


def test_assignment_shows_the_feedback_to_the_organisation_alone(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa, visibility=Visibility.NETWORK)
    FeedbackFactory(version=submission.versions.get(), strength="Bara för Lindåsa.", author=world.david)

    assert "Bara för Lindåsa." in page(login(client, world.bo).get(question.assignment.get_absolute_url()))
    assert "Bara för Lindåsa." in page(client.get(submission.get_absolute_url()))
    assert "Bara för Lindåsa." not in page(login(client, world.cecilia).get(submission.get_absolute_url()))


def test_assignment_lists_answers_that_others_have_opened(client, world, login, question):
    sent_in(question.assignment, world.lindasa, visibility=Visibility.NETWORK)
    sent_in(question.assignment, world.mellanslatt, visibility=Visibility.INTERNAL)
    SubmissionFactory(assignment=question.assignment, organisation=world.bjorkhaga, visibility=Visibility.NETWORK)

    response = login(client, world.cecilia).get(question.assignment.get_absolute_url())

    assert [row.organisation for row in response.context["opened"]] == [world.lindasa]


def test_assignment_shows_the_coordinator_who_has_answered_but_no_draft(client, world, login, question):
    draft = SubmissionFactory(assignment=question.assignment, organisation=world.lindasa)
    AnswerFactory(submission=draft, question_uuid=question.uuid, text="Ett halvfärdigt svar.")
    sent_in(question.assignment, world.norrvik)

    response = login(client, world.david).get(question.assignment.get_absolute_url())

    states = {row.name: row.state for row in response.context["answers"]}
    assert states == {"Lindåsa kommun": SubmissionState.DRAFT, "Norrviks kommun": SubmissionState.SUBMITTED}
    assert "Ett halvfärdigt svar." not in page(response)
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_assignment_marks_its_notices_as_read(amina, world, question):
    services.publish(assignment=question.assignment, by=world.david)
    assert Notification.objects.unread().filter(user=world.amina).count() == 1

    amina.get(question.assignment.get_absolute_url())

    assert Notification.objects.unread().filter(user=world.amina).count() == 0


# Writing the answer


def test_answer_saves_a_draft_that_a_colleague_continues(client, world, login, question):
    login(client, world.amina).post(address("answer", question.assignment), posted(question, "Vi börjar."))

    response = login(client, world.bo).get(address("answer", question.assignment))

    assert "Vi börjar." in page(response)
    assert response.context["form"]["edit_number"].value() == 1


def test_answer_of_a_stale_text_gives_409_with_both_texts(client, world, login, question):
    where = address("answer", question.assignment)
    login(client, world.amina).post(where, posted(question, "Aminas text."))

    response = login(client, world.bo).post(where, posted(question, "Bos text."))

    assert response.status_code == 409
    assert "Aminas text." in page(response)
    assert response.context["form"][name_of(question)].value() == "Bos text."
    assert Submission.objects.get().answers.get().text == "Aminas text."

    again = client.post(where, posted(question, "Bos och Aminas text.", edit_number="1"))
    assert again.status_code == 302
    assert Submission.objects.get().answers.get().text == "Bos och Aminas text."


def test_answer_in_a_conflict_takes_over_what_was_not_touched(client, world, login, question):
    other = QuestionFactory(assignment=question.assignment)
    where = address("answer", question.assignment)
    opened = login(client, world.bo).get(where).context["form"]
    marks = {mark.html_name: mark.value() for _field, mark, _stored in opened.rows}
    login(client, world.amina).post(where, posted(question, "Aminas text."))

    form = (
        login(client, world.bo)
        .post(where, {**posted(other, "Bos text."), name_of(question): "", **marks})
        .context["form"]
    )

    assert form[name_of(question)].value() == "Aminas text."
    assert form[name_of(other)].value() == "Bos text."
    assert [stored for _field, _mark, stored in form.rows] == [None, None]


def test_answer_keeps_files_and_takes_one_away(amina, question):
    where = address("answer", question.assignment)
    amina.post(where, {**posted(question, "Se bilagan."), "files": [upload("a.pdf"), upload("b.pdf", b"%PDF-1.7 b")]})
    kept = Attachment.objects.get(file__name="a.pdf")
    amina.post(where, posted(question, "Se bilagan.", edit_number="1", remove=str(kept.pk)))

    assert [row.file.name for row in Attachment.objects.all()] == ["b.pdf"]
    assert "b.pdf" in page(amina.get(where))


def test_answer_with_an_error_keeps_text_and_file(amina, question):
    where = address("answer", question.assignment)
    response = amina.post(where, {**posted(question, "Anna 850101-1234"), "files": [upload("a.pdf")]})

    assert response.status_code == 200
    assert "ser ut att innehålla ett personnummer" in page(response)
    assert "Anna 850101-1234" in page(response)
    assert [row.file.name for row in Attachment.objects.all()] == ["a.pdf"]
    assert not Submission.objects.get().answers.exists()


def test_answer_warns_of_contact_details_but_saves(amina, question):
    amina.post(address("answer", question.assignment), posted(question, "Skriv till anna@lindasa.example."))

    response = amina.get(address("answer", question.assignment))
    assert "verkar innehålla en e-postadress" in page(response)


def test_answer_to_review_without_a_required_text_is_saved_and_asks_for_it(amina, question):
    other = QuestionFactory(assignment=question.assignment)
    response = amina.post(
        address("answer", question.assignment), posted(question, "Ett svar.", **{name_of(other): "", "step": "review"})
    )

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [name_of(other)]
    assert response.context["form"]["edit_number"].value() == 1
    assert Submission.objects.get().answers.get(question_uuid=question.uuid).text == "Ett svar."


def test_answer_to_complete_shows_the_feedback_beside_the_form(amina, world, question):
    submission = sent_in(question.assignment, world.lindasa, state=SubmissionState.RETURNED)
    FeedbackFactory(version=submission.versions.get(), question="Hur följer ni upp?", author=world.david)

    shown = page(amina.get(address("answer", question.assignment)))
    assert "Version 1 är inskickad" in shown
    assert "Hur följer ni upp?" in shown


def test_answer_shows_text_whose_question_is_gone(amina, world, question):
    draft = SubmissionFactory(assignment=question.assignment, organisation=world.lindasa)
    AnswerFactory(submission=draft, text="Svar på en borttagen fråga.")

    assert "Svar på en borttagen fråga." in page(amina.get(address("answer", question.assignment)))


def test_answer_after_the_cut_off_keeps_what_was_typed_on_the_page(amina, question):
    long_ago = timezone.now() - datetime.timedelta(days=9)
    assignment = question.assignment
    assignment.opens_at = long_ago
    assignment.due_at = assignment.cut_off_at = long_ago + datetime.timedelta(days=1)
    assignment.save()

    response = amina.post(address("answer", assignment), posted(question, "För sent skrivet."))

    assert response.status_code == 409
    assert "För sent skrivet." in page(response)
    assert "Uppgiften har stängt" in page(response)
    assert not Submission.objects.exists()
    assert amina.get(address("answer", assignment)).status_code == 302


def test_answer_to_what_is_done_keeps_what_was_typed_on_the_page(amina, world, question):
    sent_in(question.assignment, world.lindasa, state=SubmissionState.DONE)
    response = amina.post(address("answer", question.assignment), posted(question, "Ett tillägg."))

    assert response.status_code == 409
    assert "Ett tillägg." in page(response)


# Saving in the background


def test_autosave_answers_with_what_to_go_on_from(amina, question):
    where = address("autosave", question.assignment)
    first = amina.post(where, posted(question, "Ett"))
    second = amina.post(where, {**posted(question, "Ett två"), **first.json()["fields"]})

    assert first.json()["fields"]["edit_number"] == 1
    assert second.json()["fields"]["edit_number"] == 2
    assert Submission.objects.get().answers.get().text == "Ett två"


def test_autosave_says_when_it_cannot_save(client, world, login, question):
    where = address("autosave", question.assignment)
    login(client, world.amina).post(where, posted(question, "Aminas text."))
    login(client, world.bo)

    assert client.post(where, posted(question, "Bos text.")).status_code == 409
    assert client.post(where, posted(question, "850101-1234")).status_code == 422
    Submission.objects.update(state=SubmissionState.DONE)
    closed = client.post(where, posted(question, "Bos text.", edit_number="1"))
    assert closed.status_code == 409
    assert closed.json()["message"] == "Inte sparat: svaret kan inte ändras nu."
