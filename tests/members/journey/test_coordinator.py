"""What waits for the coordinator of applications: to follow up, to answer, to decide on."""

import datetime
import uuid

import pytest
import time_machine
from django.utils import timezone

from members.journey.queries.coordinator import today
from members.registration import services
from members.registration.enums import ApplicationState as S
from tests.factories.registration import ApplicationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def application(world):
    return ApplicationFactory(network=world.network, contacted_date=timezone.localdate() - DAY)


def waits(world, title):
    """Return whether it stands under that heading, and nowhere in another network."""
    assert title not in [task.title for task in today(world.henrik, world.other)]
    return [text for task in today(world.david, world.network) if task.title == title for text, _address in task.items]


def test_follow_up_waits_from_its_day_on_until_it_is_over(world, application):
    for days, shown in ((1, []), (0, ["Granbergs kommun"]), (-3, ["Granbergs kommun"])):
        services.assign(application=application, by=world.david, follow_up_date=timezone.localdate() + days * DAY)
        assert waits(world, "Anmälningar att följa upp") == shown
    services.withdraw(application=application)
    assert waits(world, "Anmälningar att följa upp") == []


def ask(application, world):
    services.ask(application=application, text="Vem?", by=world.david, submission_key=uuid.uuid4())


def decide(application, world):
    services.move(application=application, to=S.WAITING, by=world.david)


def note_call(application, world):
    services.note_call(application=application, by=world.david, text="Ringde.")


@pytest.mark.parametrize("meet", [ask, decide, note_call])
def test_what_an_organisation_has_written_waits_until_a_coordinator_meets_it(world, application, meet):
    ask(application, world)
    assert waits(world, "Svar från anmälda") == []
    services.answer(application=application, text="Två.", submission_key=uuid.uuid4())
    assert waits(world, "Svar från anmälda") == ["Granbergs kommun"]
    with time_machine.travel(timezone.now() + DAY):
        meet(application, world)
        assert waits(world, "Svar från anmälda") == []
        services.answer(application=application, text="Tre.", submission_key=uuid.uuid4())
        assert waits(world, "Svar från anmälda") == ["Granbergs kommun"]


def test_decision_that_was_handed_in_waits_for_the_coordinator(world, application):
    services.move(application=application, to=S.CONDITIONAL, by=world.david)
    assert waits(world, "Beslut som har lämnats") == []
    services.hand_in_decision(application=application, decision_date=timezone.localdate())
    assert waits(world, "Beslut som har lämnats") == ["Granbergs kommun"]
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    assert waits(world, "Beslut som har lämnats") == []
