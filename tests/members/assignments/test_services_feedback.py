"""The coordinator's feedback."""

import pytest

from members.assignments import services
from members.assignments.enums import SubmissionState
from members.assignments.models import Feedback, Submission
from members.audit.models import Record
from members.notifications.models import Notification
from members.organisations.services import end_membership
from portal.core import outbox
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory, QuestionFactory, SubmissionVersionFactory, sent_in


@pytest.fixture
def submission(world):
    return sent_in(QuestionFactory(assignment=AssignmentFactory(network=world.network)).assignment, world.lindasa)


def give(world, submission, *, version=1, strength="Tydlig målgrupp.", outcome=SubmissionState.RETURNED):
    return services.give_feedback(
        submission=submission,
        version=version,
        strength=strength,
        question="Och sedan?",
        outcome=outcome,
        by=world.david,
    )


def test_give_feedback_sets_the_state_and_is_recorded(world, submission):
    feedback = give(world, submission)

    assert feedback.author == world.david
    assert Submission.objects.get().state == SubmissionState.RETURNED
    assert Record.objects.filter(action="assignments.give_feedback").count() == 1


def test_give_feedback_tells_everybody_of_the_organisation_by_notice_and_mail(world, submission):
    give(world, submission)

    told = Notification.objects.filter(kind="assignments.feedback").values_list("user__name", flat=True)
    assert sorted(told) == ["Amina Castsson", "Bo Castsson"]
    mails = OutboxMessage.objects.filter(kind="members/assignments/email/feedback")
    assert sorted(mails.values_list("to", flat=True)) == ["amina@cast.example", "bo@cast.example"]
    assert mails[0].reply_to == "david@cast.example"


def test_give_feedback_by_mail_tells_nothing_of_what_was_written(world, submission):
    give(world, submission, strength="Hemlig styrka.")

    mail = OutboxMessage.objects.filter(kind="members/assignments/email/feedback").first()
    assert "Hemlig styrka." not in mail.text + mail.html
    assert "Ni får gärna komplettera svaret" in mail.text
    assert f"http://testserver/deltagare/mellan-traffarna/svar/{submission.pk}/" in mail.text


@pytest.mark.parametrize("outcome", [SubmissionState.RETURNED, SubmissionState.DONE])
def test_give_feedback_is_mailed_in_the_persons_language(world, submission, outcome):
    world.bo.language = "en"
    world.bo.save()
    give(world, submission, outcome=outcome)

    mail = OutboxMessage.objects.get(kind="members/assignments/email/feedback", to="bo@cast.example")
    assert mail.language == "en"
    assert f"http://testserver/en/deltagare/mellan-traffarna/svar/{submission.pk}/" in mail.text


def test_mail_of_feedback_is_delivered_to_those_who_still_take_part(world, submission, mailoutbox):
    give(world, submission)
    end_membership(membership=world.bo.memberships.get(), by=world.david)
    outbox.deliver_due()

    assert {tuple(mail.to) for mail in mailoutbox if "Återkoppling" in mail.subject} == {(world.amina.email,)}


def test_give_feedback_twice_gives_it_once(world, submission):
    first = give(world, submission)
    second = give(world, submission)

    assert second == first
    assert Feedback.objects.count() == 1


def test_give_feedback_again_with_other_words_is_kept_beside(world, submission):
    give(world, submission)
    give(world, submission, outcome=SubmissionState.DONE)

    assert [row.outcome for row in Feedback.objects.all()] == [SubmissionState.DONE, SubmissionState.RETURNED]
    assert Submission.objects.get().state == SubmissionState.DONE


def test_give_feedback_on_an_older_version_is_refused(world, submission):
    SubmissionVersionFactory(submission=submission, number=2)

    with pytest.raises(services.VersionSuperseded) as newer:
        give(world, submission)
    assert newer.value.version.number == 2
    assert not Feedback.objects.exists()
