"""Publishing: the thread, the record, and telling once."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.log_actions import LogContext

from members.assignments import services
from members.assignments.models import Assignment
from members.audit.models import Record
from members.forum.models import Thread
from members.notifications.models import Notification
from portal.core import outbox
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory

MAIL = "members/assignments/email/new_assignment"


@pytest.fixture
def draft(world):
    return AssignmentFactory(network=world.network, live=False, title="Berätta vilka ni är")


def publish(draft):
    draft.save_revision().publish()
    return Assignment.objects.get(pk=draft.pk)


def test_publishing_tells_participants_once_by_notice_and_mail(world, draft):
    published = publish(draft)
    publish(published)

    told = Notification.objects.filter(kind="assignments.new").values_list("user__name", flat=True)
    assert sorted(told) == ["Amina Castsson", "Bo Castsson", "Cecilia Castsson", "Klara Castsson"]
    mails = OutboxMessage.objects.filter(kind=MAIL)
    assert mails.count() == 4
    assert {mail.reply_to for mail in mails} == {"david@cast.example"}
    assert published.told_at is not None


def test_publishing_opens_one_thread_and_keeps_its_title(world, draft):
    published = publish(draft)
    published.title = "Berätta mer om er"
    published = publish(published)

    assert published.thread.title == "Berätta mer om er"
    assert published.thread.network == world.network
    assert Thread.objects.count() == 1


def test_publishing_is_recorded_with_whoever_did_it(world, draft):
    with LogContext(user=world.david):
        publish(draft)

    assert Record.objects.get(action="assignments.publish").actor_id == str(world.david.pk)
    assert Record.objects.get(action="assignments.tell").actor_id == ""


def test_publishing_before_it_opens_tells_nobody_until_then(world, draft):
    draft.opens_at = timezone.now() + datetime.timedelta(days=1)
    published = publish(draft)

    assert services.tell_due() == 0
    assert not OutboxMessage.objects.exists()
    with time_machine.travel(published.opens_at + datetime.timedelta(minutes=1)):
        assert services.tell_due() == 1
        assert services.tell_due() == 0
    assert OutboxMessage.objects.filter(kind=MAIL).count() == 4


def test_scheduling_for_later_tells_nobody_and_opens_no_thread(draft):
    draft.go_live_at = timezone.now() + datetime.timedelta(days=1)
    assert not publish(draft).live

    assert not Thread.objects.exists()
    assert not Record.objects.filter(action="assignments.publish").exists()


def test_nobody_is_told_in_a_finished_network(world):
    AssignmentFactory(network=world.archive)
    assert services.tell_due() == 0


def test_telling_by_task_twice_tells_once(world):
    assignment = AssignmentFactory(network=world.network)
    services.tell_of_assignment.enqueue(assignment.pk)
    services.tell_of_assignment.enqueue(assignment.pk)
    assert OutboxMessage.objects.filter(kind=MAIL).count() == 4


def test_new_assignment_is_mailed_in_the_persons_language(world, draft):
    world.cecilia.language = "en"
    world.cecilia.save()
    published = publish(draft)

    mails = {mail.to: mail for mail in OutboxMessage.objects.filter(kind=MAIL)}
    assert mails["bo@cast.example"].subject == "Ny uppgift: Berätta vilka ni är"
    assert f"http://testserver/deltagare/mellan-traffarna/{published.pk}/" in mails["bo@cast.example"].text
    assert mails["cecilia@cast.example"].language == "en"
    assert f"http://testserver/en/deltagare/mellan-traffarna/{published.pk}/" in mails["cecilia@cast.example"].text


def test_names_are_not_escaped_in_plain_text(world, draft):
    draft.title = "Lindåsa & Norrvik"
    publish(draft)
    mail = OutboxMessage.objects.filter(kind=MAIL).first()

    assert mail.subject == "Ny uppgift: Lindåsa & Norrvik"
    assert "Lindåsa & Norrvik" in mail.text
    assert "Lindåsa &amp; Norrvik" in mail.html


def test_unpublishing_takes_the_title_out_of_notices(draft):
    published = publish(draft)
    published.unpublish()

    assert not Notification.objects.filter(kind="assignments.new").exists()
    assert Record.objects.filter(action="assignments.unpublish").count() == 1


def test_mail_of_an_assignment_that_was_taken_back_is_not_delivered(draft, mailoutbox):
    publish(draft).unpublish()
    outbox.deliver_due()

    assert mailoutbox == []
    assert not OutboxMessage.objects.exists()


def test_deleting_is_recorded(draft):
    draft.delete()
    assert Record.objects.filter(action="assignments.delete").count() == 1


def test_restored_version_keeps_what_no_hand_has_written(world, draft):
    published = publish(draft)
    revision = published.revisions.earliest("created_at")
    restored = revision.as_object()

    assert restored.told_at == published.told_at
    assert restored.thread == published.thread
