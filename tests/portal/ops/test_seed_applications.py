"""The demonstration's applications: the inbox, the numbers and the invoice basis have something to show at once."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from members.files.models import PrivateFile
from members.organisations.models import Network
from members.registration import queries, services
from members.registration.models import ApplicationDraft, InvoiceLine
from portal.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(seeded):
    return Network.objects.get(slug="lokal-lagesbild")


def test_seed_shows_each_outcome_of_an_application(network):
    numbers = queries.numbers(network)

    assert {row.key: row.count for row in numbers.states if row.count} == {
        "submitted": 4, "follow_up": 1, "conditional": 1, "accepted": 2, "waiting": 1,
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


def path_in(kind, to):
    text = OutboxMessage.objects.get(kind__endswith=kind, to=to).text
    return re.search(r"https?://[^/]+(/\S*anmalan/\S+)", text).group(1)


def test_seeded_draft_is_half_way_and_its_mail_leads_to_it(client, network):
    draft = ApplicationDraft.objects.get(on_behalf=None)
    path = path_in("draft_link", "ingvor.sahlin@kullanas.example")

    assert client.get(path).url == f"{path}behov/"  # what comes before is whole
    assert draft.network == network


def test_seeded_questions_wait_for_their_last_answer(client, network):
    application = network.applications.get(state="follow_up")

    assert [message.is_from_applicant for message in application.messages.all()] == [False, True, False]
    assert [step.to_state for step in reversed(application.transitions.all())] == [
        "follow_up",
        "submitted",
        "follow_up",
    ]
    page = client.get(path_in("/letter", "anders.holmqvist-lo@vastanmark.example")).content.decode()
    assert "Siri Bäckvall kan" in page


def test_seeded_board_whose_date_has_been_was_asked_and_its_registrar_has_a_link(client, network):
    application = network.applications.past_decision_date().get()

    assert application.organisation_name == "Brunnsjö kommun"
    assert services.remind_of_decisions() == 0
    assert (
        "Berätta gärna" in client.get(path_in("decision_passed", application.contact_people[0].email)).content.decode()
    )
    page = client.get(path_in("registrar_link", "registrator@brunnsjo.example")).content.decode()
    assert "Brunnsjö kommun" in page


def test_seeded_paper_came_by_the_registrar(network):
    application = network.applications.get(organisation_name="Ekbygdens kommun")

    assert application.came_by.email == "registrator@ekbygden.example"
    assert PrivateFile.objects.get(pk=application.decision_file_id).file.open().read().startswith(b"%PDF")


def offer(network):
    return network.applications.get(state="waiting").offer_expires_at


def test_seeded_offer_moves_with_the_days(network, time_machine):
    before = offer(network)
    time_machine.move_to(timezone.now() + timedelta(days=7))
    call_command("seed", "--move")

    assert offer(network) - before == timedelta(days=7)


def test_seeded_offer_that_has_lapsed_is_made_anew_and_the_rest_goes_on_moving(network, time_machine):
    applied = network.applications.get(state="waiting").submitted_at
    time_machine.move_to(timezone.now() + timedelta(days=28))
    assert services.expire_offers() == 1
    services.remind_of_decisions()
    call_command("seed", "--move")
    call_command("seed", "--move")

    assert offer(network) > timezone.now() + timedelta(days=11)
    assert network.applications.get(state="waiting").submitted_at - applied == timedelta(days=28)
    assert OutboxMessage.objects.filter(to="per-arne.lidman@hallmo.example").count() == 2  # it lapsed, and is offered


def test_seed_offers_no_seat_to_one_that_has_been_decided(network, time_machine):
    network.applications.filter(state="waiting").update(state="declined", offer_expires_at=None)
    time_machine.move_to(timezone.now() + timedelta(days=7))
    call_command("seed", "--move")

    assert not network.applications.exclude(offer_expires_at=None).exists()
