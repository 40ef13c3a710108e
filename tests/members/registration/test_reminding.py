"""When the board's date has been: one question to the contact persons, and a mark for the coordinator."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.journey import queries as journey
from members.registration import services
from members.registration.enums import ApplicationState, DecisionState
from members.registration.models import Application
from members.registration.models.links import token_of
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
S = ApplicationState


def day(days):
    return timezone.localdate() + datetime.timedelta(days=days)


def applied(network, days=-3, **changes):
    about = {"decision_state": DecisionState.SCHEDULED, "decision_date": day(days), **changes}
    return ApplicationPersonFactory(
        application__network=network, **{f"application__{name}": value for name, value in about.items()}
    )


def reminders():
    return list(OutboxMessage.objects.filter(kind__endswith="decision_passed").values_list("to", flat=True))


def test_contact_persons_are_asked_once_for_each_date(world):
    person = applied(world.network)
    second = ApplicationPersonFactory(application=person.application)
    for _time in range(2):
        call_command("send_due")

    assert sorted(reminders()) == sorted([person.email, second.email])
    assert Record.objects.filter(action="registration.remind_of_decision").count() == 1
    # The outbox forgets after ninety days; the application does not.
    OutboxMessage.objects.all().delete()
    assert services.remind_of_decisions() == 0

    Application.objects.update(decision_date=day(4))
    assert services.remind_of_decisions() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7)):
        assert services.remind_of_decisions() == 1
    assert Application.objects.get().state == S.SUBMITTED


@pytest.mark.parametrize(("days", "asked"), [(0, 0), (-1, 0), (-2, 1), (-400, 1)])
def test_nobody_is_asked_before_the_minutes_can_be_there(world, days, asked):
    applied(world.network, days)
    assert services.remind_of_decisions() == asked


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (S.SUBMITTED, 1),
        (S.FOLLOW_UP, 1),
        (S.CONDITIONAL, 1),
        (S.WAITING, 1),
        (S.ACCEPTED, 0),
        (S.DECLINED, 0),
        (S.WITHDRAWN, 0),
    ],
)
def test_only_those_that_still_wait_for_their_board_are_asked(world, state, asked):
    applied(world.network, state=state)
    assert services.remind_of_decisions() == asked
    assert Application.objects.get().state == state


@pytest.mark.parametrize("decision", [DecisionState.TAKEN, DecisionState.NOT_YET])
def test_decision_that_has_been_taken_or_has_no_date_is_not_asked_for(world, decision):
    applied(world.network, decision_state=decision)
    assert services.remind_of_decisions() == 0


def test_archived_network_asks_nobody(world):
    applied(world.archive)
    assert services.remind_of_decisions() == 0


@pytest.mark.parametrize(
    ("language", "subject"), [("sv", "Har ni fattat ert beslut?"), ("en", "Has your board decided?")]
)
def test_reminder_leads_each_to_their_own_page_in_their_language(client, world, language, subject):
    applied(world.network, language=language)
    services.remind_of_decisions()

    mail = OutboxMessage.objects.get()
    assert mail.subject.startswith(subject)
    assert mail.language == language
    path = next(word for word in mail.text.split() if "/arende/" in word).removeprefix("http://localhost:8000")
    assert client.get(path).status_code == 200


def test_board_that_put_it_off_gets_a_new_date(client, world):
    person = applied(world.network)
    own = [person.application.network.slug, token_of(person)]
    page = client.get(reverse("registration:own", args=own)).content.decode()
    assert "Berätta gärna hur det gick." in page
    address = reverse("registration:own_postpone", args=own)
    assert "Datumet har varit." in client.post(address, {"decision_date": day(-1).isoformat()}).content.decode()

    answers = [client.post(address, {"decision_date": day(9).isoformat()}) for _time in range(2)]

    assert "det nya datumet" in client.get(answers[0].url).content.decode()
    application = Application.objects.get()
    assert (application.decision_state, application.decision_date) == ("scheduled", day(9))
    assert "har flyttat datumet" in OutboxMessage.objects.get(to=world.david.email).text


def test_decision_that_has_been_handed_in_is_not_put_off(world):
    person = applied(world.network, decision_state=DecisionState.TAKEN)
    services.postpone_decision(application=person.application, decision_date=day(9))

    assert Application.objects.get().decision_state == DecisionState.TAKEN


def test_coordinator_sees_whose_date_has_been(client, world, login):
    person = applied(world.network)
    applied(world.network, 3, organisation_name="Avesta kommun")
    login(client, world.david)
    inbox = reverse("wagtailsnippets_registration_application:list")

    page = client.get(inbox, {"board": "passed"}).content.decode()

    assert "Granbergs kommun" in page
    assert "Datum har passerat" in page
    assert "Avesta kommun" not in page
    inspect = reverse("wagtailsnippets_registration_application:inspect", args=[person.application_id])
    assert "Kontaktpersonerna får en påminnelse." in client.get(inspect).content.decode()
    services.remind_of_decisions()
    assert "Kontaktpersonerna har fått en påminnelse." in client.get(inspect).content.decode()
    tasks = {task.title: task.items for task in journey.today(world.david, world.network)}
    assert [text.partition(":")[0] for text, _address in tasks["Beslut som skulle ha fattats"]] == ["Granbergs kommun"]
