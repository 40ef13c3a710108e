"""No sequence of actions leads to a wrong seat count, an unlogged change or a second mail."""

import datetime
import uuid

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from members.audit.models import Record
from members.organisations.enums import Role
from members.organisations.models import Invitation
from members.registration import services
from members.registration.enums import SEATED, ApplicationState, DecisionState
from members.registration.models import Application, Transition
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory, OtherApplicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured")]
SEATS, APPLICATIONS = 2, 4
REFUSALS = (
    services.AlreadySeated,
    services.ChangedMeanwhile,
    services.HasMovedOn,
    services.NoSeatLeft,
    services.NotAllowed,
    services.NotInQueue,
    services.OfferIsOver,
)
S = ApplicationState
FORM = ("participant_count", "buyer_reference", "decision_state", "decision_date")
one = st.integers(0, APPLICATIONS - 1)


class Handling(RuleBasedStateMachine):
    """Two seats, four applications of which two are one organisation's, a coordinator who presses everything, in pages
    old and new, and applicants who do the same."""

    world = None

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        network = self.world.network
        network.capacity = SEATS
        network.save()
        self.rows = [OtherApplicationFactory(network=network) for _number in range(APPLICATIONS - 1)]
        self.rows.append(OtherApplicationFactory(network=network, organisation_name=self.rows[0].organisation_name))
        for row in self.rows:
            ApplicationPersonFactory(application=row)
        self.forms = list(self.rows)
        self.decided = set()
        self.now = timezone.now()

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def attempt(self, act, **kwargs):
        try:
            with time_machine.travel(self.now, tick=True), transaction.atomic():
                return act(**kwargs)
        except REFUSALS:
            return None

    @rule(number=one, to=st.sampled_from(ApplicationState), is_stale=st.booleans())
    def move(self, number, to, is_stale):
        seen = S.SUBMITTED if is_stale else ""
        self.attempt(services.move, application=self.rows[number], to=to, seen=seen, by=self.world.david)

    @rule(number=one)
    def seat_or_wait(self, number):
        self.attempt(services.seat_or_wait, application=self.rows[number], by=self.world.david)

    @rule(number=one, steps_back=st.integers(0, 2))
    def undo(self, number, steps_back):
        steps = list(self.rows[number].transitions.all())
        if len(steps) > steps_back:
            self.attempt(services.undo, step=steps[steps_back], by=self.world.david)

    @rule(number=one)
    def offer(self, number):
        row = Application.objects.get(pk=self.rows[number].pk)
        self.attempt(services.offer_seat, application=row, by=self.world.david)

    @rule(number=one)
    def accept_offer(self, number):
        self.attempt(services.accept_offer, application=self.rows[number])

    @rule(number=one)
    def withdraw(self, number):
        self.attempt(services.withdraw, application=self.rows[number])

    @rule(number=one)
    def ask(self, number):
        about = {"text": "Vem deltar?", "by": self.world.david, "submission_key": uuid.uuid4()}
        self.attempt(services.ask, application=self.rows[number], **about)

    @rule(number=one)
    def answer(self, number):
        self.attempt(services.answer, application=self.rows[number], text="Två.", submission_key=uuid.uuid4())

    @rule(number=one)
    def hand_in_decision(self, number):
        self.attempt(services.hand_in_decision, application=self.rows[number], decision_date=datetime.date(2026, 11, 1))
        self.decided.add(number)

    @rule(number=one)
    def open_form(self, number):
        self.forms[number] = Application.objects.get(pk=self.rows[number].pk)

    @rule(number=one, people=st.integers(1, 4))
    def send_form(self, number, people):
        opened = self.forms[number]
        values = {name: getattr(opened, name) for name in FORM} | {"participant_count": people}
        about = {"values": values, "opened": services.as_opened(opened, FORM), "by": self.world.david}
        self.attempt(services.change, application=opened, **about)

    @rule(number=one)
    def correct_contact_person(self, number):
        row = Application.objects.get(pk=self.rows[number].pk)
        told = {"name": "Nils", "email": f"{uuid.uuid4().hex}@x.example", "phone": "1", "title": ""}
        about = {"contact_people": [told], "opened": services.contact_values(row), "by": self.world.david}
        self.attempt(services.correct_contact_people, application=row, **about)

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
    def one_organisation_has_one_seat(self):
        with time_machine.travel(self.now, tick=True):
            held = Application.objects.seated().filter(pk__in=[self.rows[0].pk, self.rows[-1].pk])
            assert held.count() <= 1

    @invariant()
    def invoice_basis_is_what_is_owed(self):
        for row in Application.objects.all():
            settled = sum(line.people for line in row.invoice_lines.all())
            assert settled == (row.participant_count if row.state == S.ACCEPTED else 0)

    @invariant()
    def invitations_wait_for_those_with_a_confirmed_place_alone(self):
        seated = Application.objects.filter(state=S.ACCEPTED)
        expected = sorted(person.email for row in seated for person in row.contact_people)
        waiting = Invitation.objects.waiting().filter(network=self.world.network, role=Role.CONTACT_PERSON)
        assert sorted(waiting.values_list("email", flat=True)) == expected

    @invariant()
    def what_was_handed_in_stands(self):
        for number in self.decided:
            assert Application.objects.get(pk=self.rows[number].pk).decision_state == DecisionState.TAKEN

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
