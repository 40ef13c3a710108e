"""The coordinator's pages about one application."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.registration import services
from members.registration.models import Application, CallNote, Message
from portal.core.models import OutboxMessage
from tests.factories.organisations import MembershipFactory
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory

pytestmark = pytest.mark.django_db
VIEWS = "wagtailsnippets_registration_application"


@pytest.fixture
def application(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@x.example").application


def at(name, application, query=""):
    return reverse(f"{VIEWS}:{name}", args=[application.pk]) + query


def test_decision_is_previewed_edited_and_sent_once(david, application):
    page = david.get(at("decide", application, "?to=conditional"))
    form = page.context["form"]
    assert form.initial["subject"] == "Ni har en plats med villkor"
    assert "kajsa@x.example" in page.content.decode()
    sent = {**form.initial, "text": "Välkomna, när nämnden har sagt ja.", "reason": "Pratade i telefon"}
    for _again in range(2):
        answer = david.post(at("decide", application, "?to=conditional"), sent)
        assert answer.url == at("inspect", application)

    application.refresh_from_db()
    assert application.state == "conditional"
    assert OutboxMessage.objects.get().text.count("Välkomna, när nämnden har sagt ja.") == 1
    page = david.get(at("inspect", application)).content.decode()
    assert "Pratade i telefon" in page
    assert at("undo", application) in page


def test_decision_that_is_not_to_be_had_leads_back(david, application):
    for query in ("", "?to=follow_up", "?to=nonsense", "?to=draft"):
        assert david.get(at("decide", application, query)).url == at("inspect", application)
        assert david.post(at("decide", application, query)).url == at("inspect", application)
    assert OutboxMessage.objects.count() == 0


def test_decision_from_an_old_page_is_refused(david, application, world):
    services.move(application=application, to="declined", by=world.david)
    sent = {"seen": "submitted", "subject": "Ja", "text": "Ja"}
    page = david.post(at("decide", application, "?to=waiting"), sent, follow=True).content.decode()

    assert "Inget mejl har skickats" in page
    application.refresh_from_db()
    assert application.state == "declined"


def test_seat_that_is_gone_is_told(david, application, world):
    world.network.capacity = 0
    world.network.save()
    sent = {"seen": "submitted", "subject": "Ja", "text": "Ja"}

    assert (
        "Alla platser är tagna"
        in david.post(at("decide", application, "?to=accepted"), sent, follow=True).content.decode()
    )
    assert OutboxMessage.objects.count() == 0


def test_undo_shows_the_correction_and_sends_it(david, application, world):
    assert david.get(at("undo", application)).url == at("inspect", application)
    services.move(application=application, to="declined", by=world.david)
    form = david.get(at("undo", application)).context["form"]
    assert "”Ingen plats”" in form.initial["text"]
    david.post(at("undo", application), {**form.initial, "reason": "Fel rad"})

    application.refresh_from_db()
    assert application.state == "submitted"
    assert OutboxMessage.objects.filter(subject__startswith="Rättelse").count() == 1
    assert at("undo", application) not in david.get(at("inspect", application)).content.decode()


def test_offer_is_made_to_one_that_waits(david, application, world):
    assert david.get(at("offer", application)).url == at("inspect", application)
    services.move(application=application, to="waiting", by=world.david)
    form = david.get(at("offer", application)).context["form"]
    david.post(at("offer", application), form.initial)

    application.refresh_from_db()
    assert application.has_offer
    assert "Har erbjudits en plats" in david.get(at("inspect", application)).content.decode()


def test_question_call_and_handler(david, application, world):
    key = uuid.uuid4()
    for _again in range(2):
        david.post(at("ask", application), {"text": "Vem deltar?", "submission_key": key})
    services.answer(application=application, text="Två från oss.", submission_key=uuid.uuid4())
    called = {"contacted_date": "2026-11-20", "text": "Positiva.", "submission_key": uuid.uuid4()}
    for _again in range(2):
        david.post(at("note_call", application), called)
    david.post(at("assign", application), {"assignee": world.david.pk, "follow_up_date": "2026-12-01"})

    assert Message.objects.count() == 2
    assert CallNote.objects.count() == 1
    assert Record.objects.filter(action="registration.note_call").count() == 1
    page = david.get(at("inspect", application)).content.decode()
    for text in ("Vem deltar?", "Två från oss.", "Positiva.", "1 december 2026", world.david.name):
        assert text in page


def test_nobody_has_been_called_on_a_day_to_come(david, application):
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    sent = {"contacted_date": tomorrow, "text": "Ringer", "submission_key": uuid.uuid4()}

    assert "Dagen har inte varit än." in david.post(at("note_call", application), sent).content.decode()
    assert edited(david, application, contacted_date=tomorrow).status_code == 200
    assert not CallNote.objects.exists()


def test_application_is_given_to_a_coordinator_of_its_network_alone(david, application, world):
    page = david.post(at("assign", application), {"assignee": world.henrik.pk})

    assert page.status_code == 200
    assert list(page.context["form"].fields["assignee"].queryset) == [world.david]


@pytest.mark.parametrize("name", ["decide", "undo", "offer", "ask", "contacts", "note_call", "assign"])
def test_another_networks_application_does_not_exist(client, world, login, application, name):
    login(client, world.henrik)

    assert client.get(at(name, application)).status_code == 404
    assert client.post(at(name, application, "?to=declined"), {"text": "Nej"}).status_code == 404


def test_inbox_is_filtered(david, world):
    mine = ApplicationFactory(network=world.network, assignee=world.david, follow_up_date="2026-01-01")
    theirs = ApplicationFactory(network=world.network, state="waiting", follow_up_date="2999-01-01")

    def shown(query):
        return set(david.get(reverse(f"{VIEWS}:list") + query).context["object_list"])

    assert shown("?whose=mine") == shown("?due=now") == {mine}
    assert shown("?whose=nobody") == shown("?due=later") == shown("?state=waiting") == {theirs}


def test_correction_is_written_into_the_record(david, application):
    form = david.get(at("edit", application)).context["form"]
    sent = {name: form.initial.get(name) or "" for name in form.fields} | {"buyer_reference": "ZZ1234"}
    assert david.post(at("edit", application), sent).status_code == 302

    assert Application.objects.get().buyer_reference == "ZZ1234"
    assert Record.objects.get(action="registration.change").fields == ["buyer_reference"]


def edited(david, application, form=None, **changes):
    """Send the coordinator's form as it was opened, with the changes."""
    form = form or david.get(at("edit", application)).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return david.post(at("edit", application), sent | changes)


def test_old_form_leaves_what_was_decided_and_handed_in_meanwhile(david, application, world):
    form = david.get(at("edit", application)).context["form"]
    services.move(application=application, to="conditional", by=world.david)
    services.hand_in_decision(application=application, decision_date=timezone.localdate(), decision_paragraph="§ 7")
    assert edited(david, application, form, buyer_reference="ZZ1234").status_code == 302

    application.refresh_from_db()
    assert (application.state, application.decision_state, application.decision_paragraph) == (
        "conditional", "taken", "§ 7",
    )  # fmt: skip
    assert application.buyer_reference == "ZZ1234"
    assert Record.objects.get(action="registration.change").fields == ["buyer_reference"]


def test_where_both_have_changed_the_same_both_are_shown(david, application):
    form = david.get(at("edit", application)).context["form"]
    services.hand_in_decision(application=application, decision_date=timezone.localdate(), decision_paragraph="§ 7")
    answer = edited(david, application, form, decision_paragraph="§ 8", buyer_reference="ZZ1234")
    page = answer.content.decode()

    assert answer.status_code == 409
    for text in ("Nu står det: § 7", 'value="§ 8"', 'value="ZZ1234"'):
        assert text in page
    application.refresh_from_db()
    assert (application.decision_paragraph, application.buyer_reference) == ("§ 7", "")
    assert not Record.objects.filter(action="registration.change").exists()
    # Whoever has seen both and saves again means it.
    assert edited(david, application, answer.context["form"]).status_code == 302
    application.refresh_from_db()
    assert (application.decision_paragraph, application.decision_state) == ("§ 8", "taken")


def test_organisation_that_was_let_in_meanwhile_stays_the_one_that_was_let_in(application, world):
    values = {"organisation_name": "Annat"}
    opened = services.as_opened(application, values)
    services.move(application=application, to="accepted", by=world.david)
    with pytest.raises(services.ChangedMeanwhile):
        services.change(application=application, values=values, opened=opened, by=world.david)


def test_form_that_no_page_of_ours_has_written_is_refused(david, application):
    for opened in ("", "x", "[]"):
        assert edited(david, application, opened=opened, buyer_reference="ZZ").status_code == 200
    assert not Record.objects.filter(action="registration.change").exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"decision_state": "taken"}, "Ange datumet för beslutet."),
        ({"decision_state": "taken", "decision_date": "2999-01-01"}, "inte ha ett datum som inte varit än"),
        ({"participant_count": "0"}, "Minst en och högst 20 personer kan delta."),
        ({"participant_count": "99999"}, "högst"),
        ({"e_invoice_address": "=cmd|x!A0"}, "tio siffror"),
    ],
)
def test_correction_is_held_to_the_rules_of_the_application_and_told_in_words(david, application, changes, told):
    answer = edited(david, application, **changes)
    errors = str(answer.context["form"].errors)

    assert answer.status_code == 200
    assert told in errors
    assert "Begränsningen" not in errors
    assert not Record.objects.filter(action="registration.change").exists()


def test_undo_of_an_old_page_undoes_nothing_else(david, application, world):
    services.move(application=application, to="declined", by=world.david)
    form = david.get(at("undo", application)).context["form"]
    services.undo(step=application.transitions.first(), by=world.david)
    services.move(application=application, to="conditional", by=world.david)
    page = david.post(at("undo", application), form.initial, follow=True).content.decode()

    assert "anmälan har fått ett annat läge" in page
    application.refresh_from_db()
    assert application.state == "conditional"
    assert OutboxMessage.objects.filter(subject__startswith="Rättelse").count() == 1


def test_undo_without_its_step_undoes_nothing(david, application, world):
    services.move(application=application, to="declined", by=world.david)
    for step in ("", "x", "9" * 50, "999999"):
        david.post(at("undo", application), {"subject": "Nej", "text": "Nej", "step": step})
    application.refresh_from_db()
    assert application.state == "declined"


def test_undo_sent_twice_is_done_once(david, application, world):
    services.move(application=application, to="declined", by=world.david)
    form = david.get(at("undo", application)).context["form"]
    for _again in range(2):
        assert "Det är gjort." in david.post(at("undo", application), form.initial, follow=True).content.decode()
    assert application.transitions.count() == 2


def test_inbox_says_which_network_where_there_is_more_than_one(david, application, world):
    def headings():
        return [column.name for column in david.get(reverse(f"{VIEWS}:list")).context["table"].columns.values()]

    assert "network" not in headings()
    MembershipFactory(user=world.david, organisation=world.lindasa, network=world.other, role="coordinator")
    ApplicationFactory(network=world.other)
    assert "network" in headings()


def test_inbox_leads_to_the_page_where_an_application_is_handled(david, application):
    page = david.get(reverse(f"{VIEWS}:list")).content.decode()

    assert f'href="{at("inspect", application)}"' in page.partition('class="title-wrapper"')[2].partition("</a>")[0]
    assert reverse(f"{VIEWS}:invoices") in page
