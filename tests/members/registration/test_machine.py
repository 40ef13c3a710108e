"""No sequence of actions leads to a wrong seat count, an unlogged change or a second mail."""

import datetime

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from members.audit.models import Record
from members.registration import services
from members.registration.enums import SEATED, ApplicationState
from members.registration.models import Application, Transition
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory, OtherApplicationFactory

pytestmark = pytest.mark.django_db
SEATS, APPLICATIONS = 2, 4
REFUSALS = (
    services.HasMovedOn,
    services.NoSeatLeft,
    services.NotAllowed,
    services.NotInQueue,
    services.OfferIsOver,
)
S = ApplicationState
one = st.integers(0, APPLICATIONS - 1)


class Handling(RuleBasedStateMachine):
    """Two seats, four applications, and a coordinator who presses everything."""

    world = None

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        network = self.world.network
        network.capacity = SEATS
        network.save()
        self.rows = [OtherApplicationFactory(network=network) for _number in range(APPLICATIONS)]
        for row in self.rows:
            ApplicationPersonFactory(application=row)
        self.now = timezone.now()
        self.offers = 0

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def attempt(self, act, **kwargs):
        try:
            with time_machine.travel(self.now, tick=True), transaction.atomic():
                return act(by=self.world.david, **kwargs)
        except REFUSALS:
            return None

    @rule(number=one, to=st.sampled_from(ApplicationState), is_stale=st.booleans())
    def move(self, number, to, is_stale):
        self.attempt(services.move, application=self.rows[number], to=to, seen=S.SUBMITTED if is_stale else "")

    @rule(number=one)
    def seat_or_wait(self, number):
        self.attempt(services.seat_or_wait, application=self.rows[number])

    @rule(number=one, steps_back=st.integers(0, 2))
    def undo(self, number, steps_back):
        steps = list(self.rows[number].transitions.all())
        if len(steps) > steps_back:
            self.attempt(services.undo, step=steps[steps_back])

    @rule(number=one)
    def offer(self, number):
        row = Application.objects.get(pk=self.rows[number].pk)
        self.attempt(services.offer_seat, application=row)

    @rule(number=one)
    def accept_offer(self, number):
        self.attempt(services.accept_offer, application=self.rows[number])

    @rule(days=st.integers(0, 9))
    def time_passes(self, days):
        self.now += datetime.timedelta(days=days)
        with time_machine.travel(self.now, tick=True):
            services.expire_offers()

    @invariant()
    def no_seat_is_given_twice(self):
        with time_machine.travel(self.now, tick=True):
            held = Application.objects.seated().count()
            assert held <= SEATS
            assert services.seats_left(self.world.network) == SEATS - held

    @invariant()
    def every_change_is_logged(self):
        for row in Application.objects.all():
            steps = list(row.transitions.order_by("pk"))
            states = [S.SUBMITTED, *[step.to_state for step in steps]]
            assert [step.from_state for step in steps] == states[:-1]
            assert row.state == states[-1]
            logged = Record.objects.filter(object_type="registration.application", object_id=str(row.pk))
            assert logged.filter(fields=["state"]).count() == len(steps)

    @invariant()
    def no_mail_is_sent_twice(self):
        letters = OutboxMessage.objects.filter(dedup__startswith="registration.step:").values_list("dedup", flat=True)
        told = [step for step in Transition.objects.all() if step.text]
        assert len(letters) == len(set(letters)) == len(told)
        offers = OutboxMessage.objects.filter(dedup__startswith="registration.offer:").count()
        assert offers == Record.objects.filter(action="registration.offer_seat").count()

    @invariant()
    def nobody_is_seated_who_was_not_given_a_seat(self):
        for row in Application.objects.filter(state__in=SEATED):
            assert row.transitions.exists()


def test_no_sequence_of_actions_goes_wrong(world):
    Handling.world = world
    run_state_machine_as_test(
        Handling,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
