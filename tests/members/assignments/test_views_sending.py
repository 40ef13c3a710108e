"""Sending an answer in, reading it, feedback, and what the pages cost."""

import pytest
from django.urls import reverse

from members.assignments import services
from members.assignments.enums import Visibility
from tests.factories.assignments import (
    AssignmentFactory,
    AttachmentFactory,
    FeedbackFactory,
    QuestionFactory,
    SubmissionVersionFactory,
    sent_in,
)
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.members.assignments.conftest import address, page, posted

# Sending in


@pytest.fixture
def draft(world, question):
    return services.save_draft(
        assignment=question.assignment,
        organisation=world.lindasa,
        answers={question.uuid: "Så här arbetar vi."},
        visibility=Visibility.NETWORK,
        edit_number=0,
        by=world.amina,
    )


def test_submit_shows_all_before_it_is_sent_in(amina, question, draft):
    AttachmentFactory(submission=draft, file__name="plan.pdf")
    response = amina.get(address("submit", question.assignment))

    assert "Så här arbetar vi." in page(response)
    assert "plan.pdf" in page(response)
    assert "Nätverket" in page(response)


def test_submit_twice_sends_in_once_and_thanks(amina, question, draft):
    where = address("submit", question.assignment)
    amina.post(where, {"edit_number": "1"})
    response = amina.post(where, {"edit_number": "1"}, follow=True)

    assert "Tack! Svaret är inskickat." in page(response)
    assert draft.versions.count() == 1


def test_submit_of_what_a_colleague_has_changed_gives_409_and_the_new_text(amina, world, question, draft):
    services.save_draft(
        assignment=question.assignment,
        organisation=world.lindasa,
        answers={question.uuid: "Bos ändring."},
        visibility=Visibility.NETWORK,
        edit_number=1,
        by=world.bo,
    )
    response = amina.post(address("submit", question.assignment), {"edit_number": "1"})

    assert response.status_code == 409
    assert "Bos ändring." in page(response)
    assert response.context["form"]["edit_number"].value() == 2
    assert not draft.versions.exists()


def test_submit_without_a_required_answer_is_refused(amina, question, draft):
    QuestionFactory(assignment=question.assignment)
    where = address("submit", question.assignment)

    assert "Några frågor måste besvaras först" in page(amina.get(where))
    assert amina.post(where, {"edit_number": "1"}).status_code == 409
    assert not draft.versions.exists()


def test_submit_without_a_draft_leads_back(amina, question):
    assert amina.get(address("submit", question.assignment)).status_code == 302
    assert amina.post(address("submit", question.assignment), {"edit_number": "x"}).status_code == 302


def test_submit_of_a_broken_form_sends_nothing_in(amina, question, draft):
    assert amina.post(address("submit", question.assignment), {}).status_code == 200
    assert not draft.versions.exists()


# Reading


def test_submission_shows_the_network_the_latest_version_only(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa, visibility=Visibility.NETWORK, text="Första.")
    SubmissionVersionFactory(
        submission=submission, number=2, answers=[{"uuid": "1", "question": "Fråga?", "text": "Andra."}]
    )
    login(client, world.cecilia)

    assert "Andra." in page(client.get(submission.get_absolute_url()))
    assert client.get(address("version", submission, 2)).status_code == 403
    login(client, world.bo)
    assert "Första." in page(client.get(address("version", submission, 1)))
    assert "Det här är en äldre version" in page(client.get(address("version", submission, 1)))
    assert client.get(address("version", submission, 3)).status_code == 404


def test_submission_shows_nobody_else_what_was_written_after_it_was_sent_in(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa, visibility=Visibility.NETWORK, text="Inskickat.")
    submission.answers.update(text="Påbörjad ändring.")

    for person in (world.david, world.cecilia):
        response = login(client, person).get(submission.get_absolute_url())
        assert "Inskickat." in page(response)
        assert "Påbörjad ändring." not in page(response)


def test_submission_follows_an_assignment_that_is_taken_back_out_of_sight(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa, visibility=Visibility.NETWORK)
    question.assignment.unpublish()

    for person, status in ((world.bo, 404), (world.cecilia, 404), (world.david, 200)):
        assert login(client, person).get(submission.get_absolute_url()).status_code == status


def test_submission_not_sent_in_leads_its_own_people_to_the_form(amina, draft):
    assert amina.get(draft.get_absolute_url())["Location"] == address("answer", draft.assignment)


def test_draft_opens_nothing_that_has_been_sent_in(amina, world, question):
    submission = sent_in(question.assignment, world.lindasa, text="Inskickat.")
    shown = page(amina.get(address("answer", question.assignment)))
    for name in ("answer", "autosave"):
        sent = posted(question, "Nytt.", visibility="network", edit_number=str(submission.edit_number))
        amina.post(address(name, question.assignment), sent)
        submission.refresh_from_db()
        assert (submission.visibility, submission.answers.get().text) == (Visibility.INTERNAL, "Nytt.")

    assert 'name="visibility"' not in shown
    assert address("visibility", submission) in shown


def test_visibility_is_chosen_after_sending_in(amina, world, question):
    submission = sent_in(question.assignment, world.lindasa)
    amina.post(address("visibility", submission), {"visibility": "public"})
    submission.refresh_from_db()

    assert submission.visibility == Visibility.PUBLIC
    assert amina.post(address("visibility", submission), {"visibility": "alla"}).status_code == 200


# Feedback


def test_feedback_of_a_newer_version_keeps_what_was_typed(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa)
    login(client, world.david)
    assert client.get(address("feedback", submission)).context["form"]["version"].value() == 1
    SubmissionVersionFactory(submission=submission, number=2, answers=[{"uuid": "1", "question": "F", "text": "Nytt."}])
    typed = {"version": "1", "strength": "Tydligt.", "question": "", "outcome": "done"}

    response = client.post(address("feedback", submission), typed)

    assert response.status_code == 409
    assert "Tydligt." in page(response)
    assert "Nytt." in page(response)
    assert response.context["form"]["version"].value() == 2


def test_feedback_that_asks_for_more_needs_a_question(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa)
    typed = {"version": "1", "strength": "Tydligt.", "question": "", "outcome": "returned"}
    response = login(client, world.david).post(address("feedback", submission), typed)

    assert list(response.context["form"].errors) == ["question"]


def test_feedback_is_given_and_seen(client, world, login, question):
    submission = sent_in(question.assignment, world.lindasa)
    typed = {"version": "1", "strength": "Tydligt.", "question": "Vad mer?", "outcome": "returned"}
    login(client, world.david).post(address("feedback", submission), typed)

    assert "Vad mer?" in page(login(client, world.bo).get(question.assignment.get_absolute_url()))


# What they cost


@pytest.mark.parametrize("many", [1, 100])
@pytest.mark.parametrize(("who", "budget"), [("bo", 11), ("david", 9)])
def test_assignment_asks_the_database_as_little_with_one_answer_as_with_many(
    client, world, login, question, django_assert_max_num_queries, who, budget, many
):
    own = sent_in(question.assignment, world.lindasa)
    FeedbackFactory.create_batch(min(many, 5), version=own.versions.get(), author=world.david)
    for _number in range(many):
        organisation = OrganisationFactory()
        MembershipFactory(organisation=organisation, network=world.network)
        sent_in(question.assignment, organisation, visibility=Visibility.NETWORK)
    login(client, getattr(world, who))
    client.get(question.assignment.get_absolute_url())

    with django_assert_max_num_queries(budget):
        client.get(question.assignment.get_absolute_url())


@pytest.mark.parametrize("many", [1, 100])
def test_index_asks_the_database_as_little_for_one_as_for_many(amina, world, django_assert_max_num_queries, many):
    for assignment in AssignmentFactory.create_batch(many, network=world.network):
        sent_in(assignment, world.lindasa)
    amina.get(reverse("assignments:index"))

    with django_assert_max_num_queries(7):
        amina.get(reverse("assignments:index"))
