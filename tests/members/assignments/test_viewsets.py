"""A coordinator's work with assignments in Wagtail admin."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from members.assignments.models import Assignment, Question
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory, QuestionFactory, sent_in
from tests.factories.meetings import MeetingFactory

MAIL = "members/assignments/email/new_assignment"


@pytest.fixture
def david(client, world, login):
    return login(client, world.david)


def url(name, *args):
    return reverse(f"wagtailsnippets_assignments_assignment:{name}", args=args)


def question(text, pk="", **more):
    return {"text": text, "help_text": "", "is_required": "on", "id": pk, **more}


def form(network, questions=(), *, initial=0, **changes):
    """What the browser posts from the assignment's form."""
    data = {
        "network": network.pk,
        "title": "Vilka är ni?",
        "before_meeting": "",
        "opens_at": "2026-11-01 08:00",
        "due_at": "2030-12-01 23:59",
        "cut_off_at": "",
        "instructions": streamfield([("paragraph", rich_text("<p>Berätta om er.</p>"))]),
        "questions": inline_formset(list(questions), initial=initial),
        "go_live_at": "",
        "expire_at": "",
        **changes,
    }
    return nested_form_data(data)


def test_new_assignment_is_a_draft_that_participants_do_not_see(david, world):
    david.post(url("add"), form(world.network, [question("Vilka är ni?")]))
    assignment = Assignment.objects.get()

    assert (assignment.live, assignment.questions.get().text) == (False, "Vilka är ni?")
    assert not Assignment.objects.visible_to(world.amina).exists()
    assert not OutboxMessage.objects.exists()


def test_published_assignment_is_told_of_and_has_its_thread(david, world):
    david.post(url("add"), form(world.network, [question("Vilka är ni?")], **{"action-publish": "1"}))
    assignment = Assignment.objects.get()

    assert assignment.live
    assert assignment.thread.title == "Vilka är ni?"
    assert OutboxMessage.objects.filter(kind=MAIL).count() == 4


def test_published_again_nobody_is_told_again_and_answers_keep_their_questions(david, world):
    david.post(url("add"), form(world.network, [question("Vilka är ni?")], **{"action-publish": "1"}))
    assignment = Assignment.objects.get()
    asked = assignment.questions.get()
    changed = form(world.network, [question("Vilka är ni i dag?", asked.pk)], initial=1, **{"action-publish": "1"})
    david.post(url("edit", assignment.pk), changed)

    asked_now = Question.objects.get()
    assert (asked_now.text, asked_now.uuid) == ("Vilka är ni i dag?", asked.uuid)
    assert OutboxMessage.objects.filter(kind=MAIL).count() == 4


def test_scheduled_assignment_is_told_of_when_it_is_published(david, world):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    later = form(world.network, **{"go_live_at": tomorrow.strftime("%Y-%m-%d %H:%M"), "action-publish": "1"})
    david.post(url("add"), later)
    assert not OutboxMessage.objects.filter(kind=MAIL).exists()

    with time_machine.travel(tomorrow + datetime.timedelta(minutes=2)):
        call_command("publish_scheduled")
        assert Assignment.objects.get().live
        assert OutboxMessage.objects.filter(kind=MAIL).count() == 4


def test_dates_in_the_wrong_order_are_refused_in_plain_words(david, world):
    response = david.post(url("add"), form(world.network, due_at="2026-10-01 08:00"))

    assert "Sista svarsdag måste vara efter den tid då uppgiften öppnar." in response.content.decode()
    assert not Assignment.objects.exists()


def test_meeting_of_another_network_cannot_be_chosen(david, world):
    elsewhere = MeetingFactory(network=world.other, title="Hemlig träff")
    response = david.post(url("add"), form(world.network, before_meeting=str(elsewhere.pk)))

    assert list(response.context["form"].errors) == ["before_meeting"]
    assert "Hemlig träff" not in response.content.decode()


def test_copy_has_questions_of_its_own(david, world):
    original = QuestionFactory(assignment=AssignmentFactory(network=world.network), text="Vilka är ni?")
    copying = david.get(url("copy", original.assignment.pk)).context["form"].formsets["questions"]
    assert [row["text"].value() for row in copying.forms] == ["Vilka är ni?"]
    same = question("Vilka är ni?", copying.forms[0]["id"].value() or "")

    david.post(url("add"), form(world.network, [same], initial=copying.initial_form_count(), title="Kopia"))

    original.refresh_from_db()
    copied = Assignment.objects.get(title="Kopia").questions.get()
    assert original.assignment.title != "Kopia"
    assert (copied.pk, copied.uuid) != (original.pk, original.uuid)


def test_preview_shows_the_draft_as_participants_will_see_it(david, world):
    assignment = AssignmentFactory(network=world.network, live=False)
    sent_in(assignment, world.lindasa)
    draft = form(world.network, [question("En ny fråga?")], title="Utkast att förhandsgranska")

    assert david.post(url("preview_on_edit", assignment.pk), draft).json()["is_valid"]
    shown = david.get(url("preview_on_edit", assignment.pk)).content.decode()
    assert "Utkast att förhandsgranska" in shown
    assert "En ny fråga?" in shown
    assert "Lindåsa" not in shown


def test_preview_of_what_is_not_saved_yet(david, world):
    assert david.post(url("preview_on_add"), form(world.network, [question("Första frågan?")])).json()["is_valid"]
    assert "Första frågan?" in david.get(url("preview_on_add")).content.decode()


def test_list_and_form_lead_to_the_answers(david, world):
    assignment = AssignmentFactory(network=world.network)
    answers = f"{assignment.get_absolute_url()}#svar"

    assert answers in david.get(url("list")).content.decode()
    assert answers in david.get(url("edit", assignment.pk)).content.decode()


def test_assignment_that_has_been_answered_is_not_deleted(david, world):
    assignment = AssignmentFactory(network=world.network)
    sent_in(assignment, world.lindasa)
    david.post(url("delete", assignment.pk))
    assert Assignment.objects.exists()


def test_list_tells_the_last_day_also_when_it_is_to_come(david, world):
    AssignmentFactory(network=world.network, due_at=timezone.make_aware(datetime.datetime(2031, 5, 1, 23, 59)))
    assert "1\N{NO-BREAK SPACE}maj\N{NO-BREAK SPACE}2031" in david.get(url("list")).content.decode()
