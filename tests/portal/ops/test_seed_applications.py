"""The demonstration's applications: the inbox, the numbers and the invoice basis have something to show at once."""

import pytest
from django.core.management import call_command

from members.organisations.models import Network
from members.registration import queries
from members.registration.models import InvoiceLine

pytestmark = pytest.mark.django_db


def test_seed_shows_each_outcome_of_an_application(capsys):
    call_command("seed")
    network = Network.objects.get(slug="lokal-lagesbild")
    numbers = queries.numbers(network)

    assert {row.key: row.count for row in numbers.states if row.count} == {
        "submitted": 2, "follow_up": 1, "conditional": 1, "accepted": 2, "waiting": 1,
    }  # fmt: skip
    assert {row.key: row.count for row in numbers.seats} == {
        "accepted": 2, "conditional": 1, "offered": 1, "free": 26,
    }  # fmt: skip
    money = {row.key: row.kronor for row in numbers.money}
    assert (money["exported"], money["new_lines"]) == (13_000, 19_500)
    accepted = network.applications.filter(state="accepted")
    assert {row.organisation.name for row in accepted} == {"Lindåsa kommun", "Norrviks kommun"}
    assert all(step.subject and step.text for row in accepted for step in row.transitions.all())
    assert {line.price_per_person_ore for line in InvoiceLine.objects.all()} == {network.price_per_person_ore}
