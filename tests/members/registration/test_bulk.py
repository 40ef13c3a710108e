"""Several applications handled at once: what would happen is shown first, what happened is told row by row."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.registration import services
from members.registration.models import Application, Transition
from portal.core.models import OutboxMessage
from tests.factories.organisations import OrganisationFactory
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory

pytestmark = pytest.mark.django_db
DECIDED = {"decision_state": "taken", "decision_date": "2026-11-01"}


def applied(network, name, days, **values):
    """An application with a contact person, sent that many days ago."""
    application = ApplicationFactory(network=network, organisation_name=name, **{"organisation_number": ""} | values)
    ApplicationPersonFactory(application=application)
    Application.objects.filter(pk=application.pk).update(submitted_at=timezone.now() - timedelta(days=days))
    return application


def address(action, *rows):
    base = reverse("wagtail_bulk_action", args=["registration", "application", action])
    listing = reverse("wagtailsnippets_registration_application:list")
    return f"{base}?next={listing}&" + "&".join(f"id={row.pk}" for row in rows)


def press(client, action, *rows, **values):
    """Open the page that asks, answer yes, and return what is told afterwards."""
    form = client.get(address(action, *rows)).context["form"]
    sent = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()} | values
    page = client.post(address(action, *rows), sent, follow=True)
    return [str(message).strip() for message in page.context["messages"]]


def states(*rows):
    return [Application.objects.get(pk=row.pk).state for row in rows]


def test_seats_go_in_the_order_of_applying_and_each_outcome_is_told(david, world):
    world.network.capacity = 2
    world.network.save()
    last = applied(world.network, "Sista kommun", 1)
    first = applied(world.network, "Första kommun", 9, **DECIDED)
    second = applied(world.network, "Andra kommun", 5)
    page = david.get(address("seat", last, first, second)).content.decode()
    assert [page.index(name) for name in ("Första kommun", "Andra kommun", "Sista kommun")] == sorted(
        page.index(name) for name in ("Första kommun", "Andra kommun", "Sista kommun")
    )
    for subject in ("Ni har en plats", "Ni har en plats med villkor"):
        assert subject in page

    told = press(david, "seat", last, first, second)

    assert states(first, second, last) == ["accepted", "conditional", "waiting"]
    assert told == [
        "Plats bekräftad: Första kommun.",
        "Plats med villkor: Andra kommun.",
        "Reservplats: Sista kommun.",
    ]
    # An invitation comes with a confirmed place.
    assert OutboxMessage.objects.filter(to__startswith="kajsa").count() == 4
    assert Record.objects.filter(action__startswith="registration.to_", actor_id=str(world.david.pk)).count() == 3


def test_what_has_moved_on_is_left_alone_and_named(david, world):
    moved = applied(world.network, "Flyttade kommun", 3)
    stays = applied(world.network, "Kvarvarande kommun", 2)
    form = david.get(address("seat", moved, stays)).context["form"]
    services.move(application=moved, to="declined", by=world.david)
    page = david.post(address("seat", moved, stays), {"seen": form.initial["seen"]}, follow=True)

    assert states(moved, stays) == ["declined", "conditional"]
    assert [str(message).strip() for message in page.context["messages"]] == [
        "Plats med villkor: Kvarvarande kommun.",
        "Står kvar som förut: Flyttade kommun.",
    ]


def test_forged_page_moves_nothing(david, world):
    row = applied(world.network, "Orörda kommun", 3)
    for seen in ("", "x", f"{row.pk}", f"{row.pk}:nonsense", "1:2:3", f"{'9' * 5000}:submitted"):
        david.post(address("seat", row), {"seen": seen})
    assert states(row) == ["submitted"]
    assert OutboxMessage.objects.count() == 0


def test_pressed_twice_is_done_once(david, world):
    row = applied(world.network, "Ivriga kommun", 3)
    seen = david.get(address("wait", row)).context["form"].initial["seen"]
    for _again in range(2):
        david.post(address("wait", row), {"seen": seen})
    assert Transition.objects.count() == 1
    assert states(row) == ["waiting"]


def test_waiting_list_takes_those_without_a_seat_alone(david, world):
    new = applied(world.network, "Nya kommun", 3)
    seated = applied(world.network, "Säkra kommun", 2, state="accepted")

    assert press(david, "wait", new, seated) == ["Reservplats: Nya kommun.", "Står kvar som förut: Säkra kommun."]
    assert states(new, seated) == ["waiting", "accepted"]


def test_several_get_a_handler_and_keep_their_day(david, world):
    rows = [applied(world.network, f"{number} kommun", 3, follow_up_date="2026-12-24") for number in "AB"]
    told = press(david, "assign", *rows, assignee=world.david.pk)

    assert told == [f"{world.david.name}: A kommun, B kommun."]
    found = Application.objects.values_list("assignee", "follow_up_date")
    assert {(pk, str(day)) for pk, day in found} == {(world.david.pk, "2026-12-24")}


def test_handler_is_a_coordinator_of_every_chosen_network(david, world):
    row = applied(world.network, "A kommun", 3)
    page = david.post(address("assign", row), {"assignee": world.henrik.pk})

    assert page.status_code == 200
    assert Application.objects.get().assignee is None


def test_several_get_a_day_and_keep_their_handler(david, world):
    rows = [applied(world.network, f"{number} kommun", 3, assignee=world.david) for number in "AB"]
    told = press(david, "follow_up", *rows, follow_up_date="2026-12-01")

    assert told == ["Följs upp den 1 december 2026: A kommun, B kommun."]
    found = Application.objects.values_list("assignee", "follow_up_date")
    assert {(pk, str(day)) for pk, day in found} == {(world.david.pk, "2026-12-01")}


@pytest.mark.parametrize("action", ["seat", "wait", "assign", "follow_up"])
def test_actions_know_nothing_of_another_network(david, world, action):
    own, foreign = applied(world.network, "Egen kommun", 3), applied(world.other, "Andras kommun", 3)
    for rows in ((foreign,), (own, foreign)):
        assert david.get(address(action, *rows)).status_code == 404
        assert david.post(address(action, *rows), {"seen": f"{foreign.pk}:submitted"}).status_code == 404
    assert states(own, foreign) == ["submitted", "submitted"]


def test_finished_network_is_left_as_it_is(david, world):
    old = applied(world.archive, "Gamla kommun", 3)
    assert "De här kan du inte ändra." in david.get(address("seat", old)).content.decode()
    david.post(address("seat", old), {"seen": f"{old.pk}:submitted"})
    assert states(old) == ["submitted"]


@pytest.mark.parametrize("action", ["seat", "wait", "assign", "follow_up"])
def test_page_that_asks_takes_as_many_queries_for_many(david, world, action):
    def count(rows):
        with CaptureQueriesContext(connection) as caught:
            david.get(address(action, *rows))
        return len(caught)

    rows = [applied(world.network, "Första kommun", 3)]
    count(rows)
    before = count(rows)
    rows += [applied(world.network, f"{number} kommun", 3) for number in range(4)]
    assert count(rows) == before


def test_one_whose_name_and_number_differ_stands_as_it_did(david, world):
    OrganisationFactory(name="Tallbackens kommun", organisation_number="222000-0315")
    first = applied(world.network, "Första kommun", 9, organisation_number="222000-0315")
    second = applied(world.network, "Andra kommun", 5)
    told = press(david, "seat", first, second)
    assert states(first, second) == ["submitted", "conditional"]
    assert "Står kvar som förut: Första kommun." in told
