"""The coordinator's numbers: applications by state, seats, money, and where in the country those who are in are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.organisations.models import Organisation
from members.registration import queries, services
from members.registration.enums import ApplicationState
from tests.factories.organisations import OrganisationFactory
from tests.factories.registration import OtherApplicationFactory

pytestmark = pytest.mark.django_db
S = ApplicationState
PAGE = reverse("wagtailsnippets_registration_application:numbers")


@pytest.fixture
def some(world):
    """Two that are new, one with a condition, one confirmed, one that waits and one that was offered a seat."""
    Organisation.objects.update(county_code="")
    world.network.capacity = 5
    world.network.save()
    for state in (S.SUBMITTED, S.SUBMITTED, S.WAITING, S.WAITING, S.CONDITIONAL):
        OtherApplicationFactory(network=world.network, state=state, participant_count=3)
    services.offer_seat(application=world.network.applications.filter(state=S.WAITING)[0], by=world.david)
    skane = OrganisationFactory(name="Skånska kommunen", county_code="12")
    confirmed = OtherApplicationFactory(network=world.network, organisation=skane, participant_count=2)
    services.move(application=confirmed, to=S.ACCEPTED, by=world.david)
    OtherApplicationFactory(network=world.other, state=S.SUBMITTED)


def test_numbers_of_a_network(world, some):
    numbers = queries.numbers(world.network)

    assert {row.label: (row.count, row.people) for row in numbers.states if row.count} == {
        S.SUBMITTED.label: (2, 6),
        S.WAITING.label: (2, 6),
        S.CONDITIONAL.label: (1, 3),
        S.ACCEPTED.label: (1, 2),
    }
    assert [(row.key, row.count) for row in numbers.seats] == [
        ("accepted", 1), ("conditional", 1), ("offered", 1), ("free", 2),
    ]  # fmt: skip
    assert (numbers.capacity, numbers.queue) == (5, 1)
    assert {row.key: row.kronor for row in numbers.money} == {
        "new_lines": 16_000, "exported": 0, "conditional": 24_000, "undecided": 48_000,
    }  # fmt: skip
    assert {tile.name: tile.count for tile in numbers.map.tiles if tile.count} == {"Skåne län": 1}
    # Lindåsa and Norrvik take part without having applied, and stand in no county here.
    assert (numbers.without_application, numbers.without_county) == (2, 2)


def test_shares_are_whole_numbers_of_a_thousand(world, some):
    numbers = queries.numbers(world.network)

    assert [row.share for row in numbers.states if row.count] == [1000, 500, 500, 1000]
    assert [(row.start, row.share) for row in numbers.seats] == [(0, 200), (200, 200), (400, 200), (600, 400)]


def test_network_without_a_limit_or_applications_has_numbers_too(world):
    world.network.capacity = None
    world.network.save()
    numbers = queries.numbers(world.network)

    assert numbers.capacity is None
    assert [row.key for row in numbers.seats] == ["accepted", "conditional", "offered"]
    assert {row.count for row in numbers.states} == {0}


def test_more_seats_held_than_there_are_leaves_none_free(world, some):
    world.network.capacity = 2
    world.network.save()

    assert [row.count for row in queries.numbers(world.network).seats] == [1, 1, 1, 0]


def test_page_shows_charts_with_their_tables(david, world, some):
    page = david.get(PAGE, {"network": world.network.pk}).content.decode()

    for text in ("Anmälningar efter läge", "Platser", "Pengar", "Var i landet", "16 000", "24 000", "Skåne län: 1"):
        assert text in page.replace("\xa0", " ")
    assert 'style="' not in page.partition('id="siffror"')[2].partition("</main>")[0]


def test_page_begins_with_a_running_network_and_knows_the_own_ones_alone(david, world):
    page = david.get(PAGE)
    assert page.context["network"] == world.network
    assert set(page.context["networks"]) == {world.network, world.archive}
    for query in (world.other.pk, "x", 9**30):
        assert david.get(PAGE, {"network": query}).status_code == 404


def test_inbox_leads_to_the_numbers(david, world):
    assert PAGE in david.get(reverse("wagtailsnippets_registration_application:list")).content.decode()


def test_numbers_take_as_many_queries_for_many(david, world, some):
    def count():
        with CaptureQueriesContext(connection) as caught:
            david.get(PAGE, {"network": world.network.pk})
        return len(caught)

    count()
    before = count()
    for code in ("01", "14", "25"):
        organisation = OrganisationFactory(county_code=code)
        OtherApplicationFactory(network=world.network, organisation=organisation, state=S.ACCEPTED)
    assert count() == before
