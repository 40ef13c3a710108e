"""The organisation's way through the network, and where all of them stand."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.assignments.enums import SubmissionState
from tests.factories.assignments import AssignmentFactory, sent_in
from tests.factories.meetings import MeetingFactory
from tests.factories.needs import InventoryFactory

OUR_WORK = reverse("journey:our_work")


def page(response):
    return " ".join(response.content.decode().split())


def test_our_work_tells_the_way_in_order(client, world, login):
    now, day = timezone.now(), datetime.timedelta(days=1)
    for title, starts_at in (("Första träffen", now - 9 * day), ("Andra", now + 9 * day), ("Tredje", now + 99 * day)):
        MeetingFactory(network=world.network, title=title, starts_at=starts_at, ends_at=starts_at + day / 4)
    done = AssignmentFactory(network=world.network, title="Gjord", opens_at=now - 5 * day, due_at=now + day)
    sent_in(done, world.lindasa, state=SubmissionState.DONE)
    AssignmentFactory(network=world.network, title="Kvar", due_at=now + 5 * day)
    AssignmentFactory(network=world.network, title="Utkast", live=False)
    InventoryFactory(network=world.network, organisation=world.lindasa, updated_at=now - day)

    timeline = login(client, world.amina).get(OUR_WORK).context["timeline"]

    assert [(event.title, event.state) for event in timeline] == [
        ("Lindåsa kommun gick med i nätverket", "done"),
        ("Första träffen", "done"),
        ("Inventering av lokala behov", "done"),
        ("Gjord", "done"),
        ("Kvar", ""),
        ("Andra", "next"),
        ("Tredje", ""),
    ]


def test_our_work_of_an_archive_ends(client, world, login):
    response = login(client, world.ida).get(OUR_WORK)

    assert response.context["timeline"][-1].title == "Älvnäs kommun gick med i nätverket"
    assert "Nätverket avslutades" in page(response)
    assert "Nästa steg" not in page(response)


def test_our_work_shows_the_coordinator_where_everybody_stands(client, world, login):
    sent_in(AssignmentFactory(network=world.network), world.lindasa)
    sent_in(AssignmentFactory(network=world.network), world.bjorkhaga)
    inventory = InventoryFactory(network=world.network, organisation=world.norrvik)
    InventoryFactory(network=world.network, organisation=world.mellanslatt)

    response = login(client, world.david).get(OUR_WORK)

    rows = {row.name: (row.people, row.answers, row.inventory is not None) for row in response.context["rows"]}
    assert rows == {
        "Björkhaga stadsdelsnämnd": (0, 1, False),
        "Lindåsa kommun": (2, 1, False),
        "Norrviks kommun": (2, 0, True),
        "Region Mellanslätt": (0, 0, True),
    }
    assert inventory.get_absolute_url() in page(response)


def test_our_work_of_an_empty_network_says_so(client, world, login):
    login(client, world.henrik)
    world.gunilla.memberships.update(from_date=timezone.localdate() + datetime.timedelta(days=9))
    assert "Inga organisationer deltar i nätverket än." in page(client.get(OUR_WORK))


@pytest.mark.parametrize("many", [1, 100])
@pytest.mark.parametrize(("who", "budget"), [("amina", 10), ("david", 8)])
def test_our_work_asks_the_database_as_little_for_one_as_for_many(
    client, world, login, django_assert_max_num_queries, who, budget, many
):
    for number in range(many):
        MeetingFactory(network=world.network, number=number + 1)
        sent_in(AssignmentFactory(network=world.network), world.lindasa)
    login(client, getattr(world, who)).get(OUR_WORK)
    with django_assert_max_num_queries(budget):
        client.get(OUR_WORK)
