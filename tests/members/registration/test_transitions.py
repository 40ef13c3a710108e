"""The steps of an application: who hears of them, what is logged, and how they are taken back."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from members.audit.models import Record
from members.registration import emails, services
from members.registration.enums import TRANSITIONS, ApplicationState, DecisionState
from members.registration.management.commands.registration_doc import drawing, page
from members.registration.models import Application, Transition
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory, OtherApplicationFactory

pytestmark = pytest.mark.django_db
S = ApplicationState


@pytest.fixture
def application(world):
    return ApplicationPersonFactory(
        application__network=world.network, application__decision_state=DecisionState.NOT_YET, email="kajsa@x.example"
    ).application


def fill(network, capacity):
    """Take all the seats but none."""
    network.capacity = capacity
    network.save()
    for _number in range(capacity):
        OtherApplicationFactory(network=network, state=S.ACCEPTED)


def subjects():
    return list(OutboxMessage.objects.filter(to="kajsa@x.example").order_by("pk").values_list("subject", flat=True))


def actions(application):
    found = Record.objects.filter(object_type="registration.application", object_id=str(application.pk))
    return list(found.order_by("pk").values_list("action", flat=True))


def test_move_is_logged_mailed_and_kept_with_its_reason(application, world):
    step = services.move(application=application, to=S.CONDITIONAL, by=world.david, reason="Beslut i maj")

    application.refresh_from_db()
    assert application.state == S.CONDITIONAL
    assert (step.from_state, step.to_state, step.by, step.reason) == (
        S.SUBMITTED, S.CONDITIONAL, world.david, "Beslut i maj",
    )  # fmt: skip
    assert actions(application) == ["registration.to_conditional"]
    assert subjects() == [f"Ni har en plats med villkor ({application.reference})"]


def test_move_sends_the_letter_as_it_was_edited(application, world):
    services.move(application=application, to=S.DECLINED, by=world.david, subject="Tyvärr", text="Hör av er <i höst>.")

    mail = OutboxMessage.objects.get(to="kajsa@x.example")
    assert mail.subject == f"Tyvärr ({application.reference})"
    assert "Hör av er <i höst>." in mail.text
    assert "Hör av er &lt;i höst&gt;." in mail.html
    assert mail.reply_to == world.david.email


def test_same_step_sent_twice_is_taken_once(application, world):
    steps = [services.move(application=application, to=S.WAITING, by=world.david, seen=S.SUBMITTED) for _ in range(2)]

    assert steps[0] == steps[1]
    assert len(subjects()) == 1


def test_step_from_an_old_page_is_refused(application, world):
    services.move(application=application, to=S.WAITING, by=world.david, seen=S.SUBMITTED)

    with pytest.raises(services.HasMovedOn):
        services.move(application=application, to=S.DECLINED, by=world.david, seen=S.SUBMITTED)


def test_step_that_the_machine_does_not_know_is_refused(application, world):
    services.move(application=application, to=S.DECLINED, by=world.david)

    with pytest.raises(services.NotAllowed):
        services.move(application=application, to=S.ACCEPTED, by=world.david)


def test_undo_goes_back_and_sends_a_correction(application, world):
    step = services.move(application=application, to=S.DECLINED, by=world.david)
    undone = services.undo(step=step, by=world.david, reason="Fel rad")

    assert services.undo(step=step, by=world.david) == undone
    application.refresh_from_db()
    assert application.state == S.SUBMITTED
    assert subjects()[1:] == [f"Rättelse om er anmälan ({application.reference})"]
    assert "Det rätta läget är ”Inskickad”" in OutboxMessage.objects.filter(to="kajsa@x.example").latest("pk").text
    assert actions(application) == ["registration.to_declined", "registration.undo"]


def test_only_the_latest_step_is_undone_and_an_undoing_is_not(application, world):
    first = services.move(application=application, to=S.WAITING, by=world.david)
    second = services.move(application=application, to=S.DECLINED, by=world.david)

    with pytest.raises(services.HasMovedOn):
        services.undo(step=first, by=world.david)
    with pytest.raises(services.NotAllowed):
        services.undo(step=services.undo(step=second, by=world.david), by=world.david)


def test_undo_does_not_take_a_seat_that_another_has_got(application, world):
    world.network.capacity = 1
    world.network.save()
    services.move(application=application, to=S.CONDITIONAL, by=world.david)
    step = services.move(application=application, to=S.WITHDRAWN, by=world.david)
    OtherApplicationFactory(network=world.network, state=S.ACCEPTED)

    with pytest.raises(services.NoSeatLeft):
        services.undo(step=step, by=world.david)


def test_full_network_gives_no_seat_but_a_place_in_the_queue(application, world):
    fill(world.network, 1)

    with pytest.raises(services.NoSeatLeft):
        services.move(application=application, to=S.ACCEPTED, by=world.david)
    step = services.seat_or_wait(application=application, by=world.david)

    assert step.to_state == S.WAITING
    assert subjects() == [f"Ni står som reserv ({application.reference})"]


def test_seat_of_a_board_that_has_decided_has_no_condition(world):
    decided = ApplicationFactory(
        network=world.network, decision_state=DecisionState.TAKEN, decision_date=datetime.date(2026, 11, 1)
    )

    assert services.seat_or_wait(application=decided, by=world.david).to_state == S.ACCEPTED


def test_offer_holds_a_seat_until_it_runs_out(application, world):
    fill(world.network, 1)
    services.move(application=application, to=S.WAITING, by=world.david)
    with pytest.raises(services.NoSeatLeft):
        services.offer_seat(application=application, by=world.david)
    services.move(application=Application.objects.filter(state=S.ACCEPTED).get(), to=S.WITHDRAWN, by=world.david)

    for _again in range(2):
        services.offer_seat(application=application, by=world.david)
    assert services.seats_left(world.network) == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=8)):
        assert (services.expire_offers(), services.expire_offers()) == (1, 0)
        with pytest.raises(services.OfferIsOver):
            services.accept_offer(application=application)
        assert services.seats_left(world.network) == 1

    assert [subject.rpartition(" ")[0] for subject in subjects()] == [
        "Ni står som reserv", "En plats är ledig för er", "Erbjudandet om en plats har gått ut",
    ]  # fmt: skip
    assert OutboxMessage.objects.filter(to=world.david.email, text__contains="inte svarat på erbjudandet").count() == 1


def withdraw(application):
    return services.withdraw(application=application)


def accept_offer(application):
    return services.accept_offer(application=application)


@pytest.mark.parametrize(("answer", "state"), [(accept_offer, S.CONDITIONAL), (withdraw, S.WITHDRAWN)])
def test_offer_is_answered_and_answered_again_it_is_answered_once(application, world, answer, state):
    services.move(application=application, to=S.WAITING, by=world.david)
    services.offer_seat(application=application, by=world.david)
    assert answer(application) == answer(application)

    application.refresh_from_db()
    assert (application.state, application.offer_expires_at) == (state, None)
    assert OutboxMessage.objects.filter(to=world.david.email, kind__endswith="told").count() == 1


def test_offer_is_only_for_those_who_wait(application, world):
    with pytest.raises(services.NotInQueue):
        services.offer_seat(application=application, by=world.david)
    with pytest.raises(IntegrityError, match="only_those_who_wait_are_offered_a_seat"), transaction.atomic():
        Application.objects.update(offer_expires_at=timezone.now())


def test_place_with_a_condition_never_lapses_by_itself(application, world):
    services.move(application=application, to=S.CONDITIONAL, by=world.david)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=800)):
        call_command("send_due")

    application.refresh_from_db()
    assert application.state == S.CONDITIONAL


def test_queue_stands_in_the_order_of_applying(world):
    rows = [ApplicationFactory(network=world.network) for _number in range(3)]
    for row in reversed(rows):
        services.move(application=row, to=S.WAITING, by=world.david)

    assert list(Application.objects.queue()) == rows


def test_applicant_withdraws_once(application, world):
    assert services.withdraw(application=application) == services.withdraw(application=application)

    assert Transition.objects.get().by is None
    assert OutboxMessage.objects.filter(to=world.david.email, text__contains="tagit tillbaka").count() == 1


@pytest.mark.parametrize("language", ["sv", "en"])
def test_letters_are_written_in_the_language_of_the_application(application, world, language):
    application.language = language
    application.offer_expires_at = timezone.now()
    step = Transition(application=application, from_state=S.SUBMITTED, to_state=S.DECLINED)
    names = ["accepted", "conditional", "waiting", "declined", "withdrawn", "offer", "offer_over", "correction"]
    for name in names:
        subject, text = emails.words(application, name, step=step, question="Hur?")
        assert subject
        assert (world.network.name_en if language == "en" else world.network.name) in text
    application.offer_expires_at = None
    application.save()
    world.david.language = language
    world.david.save()
    services.move(application=application, to=S.WAITING, by=world.david)
    services.withdraw(application=application)
    assert set(OutboxMessage.objects.values_list("language", flat=True)) == {language}


def test_drawing_is_fresh():
    assert drawing() in page().read_text(), "Run manage.py registration_doc"


def test_every_state_has_its_place_in_the_machine():
    assert set(TRANSITIONS) == set(ApplicationState)
