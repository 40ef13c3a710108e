"""Who may apply and when, what is refused, and what it costs."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.organisations.models import Organisation
from members.registration import services
from members.registration.models import Application, ApplicationDraft
from portal.core import guard
from tests.factories.organisations import OrganisationFactory
from tests.members.registration.conftest import ANSWERS

pytestmark = pytest.mark.django_db


def test_apply_after_the_last_day_is_marked_late(applicant, world):
    world.network.last_registration_date = timezone.localdate() - datetime.timedelta(days=1)
    world.network.save()

    assert "Sista anmälningsdagen har varit" in applicant.client.get(applicant.address).content.decode()
    applicant.fill()
    page = applicant.client.get(applicant.send().url).content.decode()

    assert Application.objects.get().is_late
    assert "efter sista anmälningsdagen" in page


def test_closed_network_takes_nothing_and_leads_to_the_open_one(client, world):
    response = client.post(reverse("registration:apply", args=[world.archive.slug]), ANSWERS["organisation"])

    page = response.content.decode()
    assert "Anmälan är stängd" in page
    assert reverse("registration:apply", args=[world.network.slug]) in page
    assert not ApplicationDraft.objects.exists()


def test_network_that_has_closed_takes_no_draft(applicant, world):
    applicant.fill()
    number = applicant.draft.number
    world.network.closes_at = timezone.now()
    world.network.save()

    assert "Anmälan är stängd" in applicant.send(number=number).content.decode()
    assert not Application.objects.exists()


def test_registration_that_closes_while_one_sends_takes_nothing(applicant, monkeypatch):
    def closed(**kwargs):
        raise services.RegistrationClosed

    applicant.fill()
    monkeypatch.setattr(services, "send", closed)
    assert "Anmälan är stängd" in applicant.send().content.decode()


def test_organisation_outside_the_register_gives_its_number(applicant):
    refused = applicant.begin(organisation_name="Bostadsbolaget Tallen")
    assert "Vi hittar inte Bostadsbolaget Tallen i listan" in refused.content.decode()

    applicant.begin(organisation_name="Bostadsbolaget Tallen", organisation_number="2220000315")
    for step in list(ANSWERS)[1:]:
        applicant.write(step)
    applicant.send()

    application = Application.objects.get()
    assert application.organisation is None
    assert application.organisation_number == "222000-0315"


def test_district_is_picked_under_its_municipality(applicant, granberg):
    districts = [
        OrganisationFactory(name="Centrums stadsdelsnämnd", parent=parent, is_demonstration=False)
        for parent in (granberg, OrganisationFactory(name="Storstads kommun", is_demonstration=False))
    ]
    page = applicant.client.get(applicant.address).content.decode()
    assert '<option value="Centrums stadsdelsnämnd (Storstads kommun)">' in page

    assert applicant.begin(organisation_name="Centrums stadsdelsnämnd").status_code == 200
    applicant.begin(organisation_name="centrums stadsdelsnämnd (Storstads kommun)")
    for step in list(ANSWERS)[1:]:
        applicant.write(step)
    applicant.send()

    assert Application.objects.get().organisation == districts[1]


def test_organisation_that_is_no_more_is_not_found(applicant, granberg):
    Organisation.objects.filter(pk=granberg.pk).update(to_date=datetime.date(2018, 12, 31))

    assert applicant.begin().status_code == 200
    assert not ApplicationDraft.objects.exists()


def test_program_that_fills_everything_in_is_refused(applicant):
    applicant.begin(website="https://spam.example")

    assert not ApplicationDraft.objects.exists()


def test_flood_from_one_address_is_stopped_and_says_so(applicant):
    for _ in range(guard.PER_ADDRESS):
        assert applicant.begin().status_code == 302
    again = applicant.begin()

    assert "Försök igen om en stund." in again.content.decode()
    assert ApplicationDraft.objects.count() == guard.PER_ADDRESS


@pytest.mark.parametrize("number", ["x", "²", "9" * 5000, ""])
def test_broken_number_does_no_harm(applicant, number):
    applicant.begin()
    assert applicant.write("organisation", number=number, organisation_name="Annan").status_code == 409

    assert applicant.client.post(applicant.at("granska"), {"number": number}).status_code == 409


def test_cut_off_request_gets_an_error_and_not_a_crash(applicant):
    applicant.begin()
    response = applicant.client.post(applicant.at("personer"), {"first_name": "Kajsa"})

    assert response.status_code == 200
    assert "Det här behöver rättas" in response.content.decode()


def test_only_open_network_is_opened_at_once(client, world):
    world.other.archived_at = timezone.now()
    world.other.save()

    assert client.get(reverse("registration:networks")).url == reverse("registration:apply", args=[world.network.slug])


def test_several_open_networks_are_listed(client, world):
    page = client.get(reverse("registration:networks")).content.decode()

    assert reverse("registration:apply", args=[world.network.slug]) in page
    assert reverse("registration:apply", args=[world.archive.slug]) not in page


def test_no_open_network_is_said_plainly(client, db):
    assert "Inget nätverk är öppet för anmälan" in client.get(reverse("registration:networks")).content.decode()


def test_closed_without_another_open_leads_to_the_invitation(client, world):
    for network in (world.network, world.other):
        network.archived_at = timezone.now()
        network.save()

    page = client.get(reverse("registration:apply", args=[world.archive.slug])).content.decode()

    assert "Just nu är inget nätverk öppet för anmälan." in page


def test_receipt_with_a_forged_address_is_not_found(client, world):
    assert client.get(reverse("registration:receipt", args=[world.network.slug, "forged"])).status_code == 404


def test_first_step_costs_the_same_with_one_organisation_and_many(applicant, django_assert_num_queries):
    OrganisationFactory.create_batch(50, is_demonstration=False)

    with django_assert_num_queries(2):
        applicant.client.get(applicant.address)


@pytest.mark.parametrize(("page", "queries"), [("personer", 2), ("organisation", 3), ("granska", 3), ("senare", 2)])
def test_pages_of_a_draft_cost_few_queries(applicant, django_assert_num_queries, page, queries):
    applicant.fill()
    OrganisationFactory.create_batch(50, is_demonstration=False)

    with django_assert_num_queries(queries):
        applicant.client.get(applicant.at(page))
