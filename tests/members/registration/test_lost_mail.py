"""Mail to applicants that did not get through is seen by the coordinators of the network, and by no other."""

import pytest
from django.urls import reverse
from django.utils import timezone

from members.journey.queries.coordinator import lost_mail
from members.registration import queries, services
from tests.factories.registration import (
    ApplicationDraftFactory,
    ApplicationFactory,
    ApplicationPersonFactory,
    OnBehalfFactory,
)
from tests.members.organisations.test_lost_mail import LIST, lost

pytestmark = pytest.mark.django_db
KIND = "members/registration/email/letter"


@pytest.fixture
def person(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@mistyped.example")


def inspect(application):
    return reverse("wagtailsnippets_registration_application:inspect", args=[application.pk])


def test_contact_person_is_named_where_the_mail_did_not_arrive(client, world, login, person):
    ApplicationPersonFactory(application=person.application, name="Nils Ny", email="nils@x.example", sort_order=1)
    lost("kajsa@mistyped.example", kind=KIND, subject="En plats är ledig för er")
    page = login(client, world.david).get(inspect(person.application)).content.decode()

    told = page.partition("kajsa@mistyped.example</a>")[2].partition("</dd>")[0]
    assert "Mejlet ”En plats är ledig för er”" in told
    assert "kom inte fram" in told
    assert reverse("wagtailsnippets_registration_application:contacts", args=[person.application.pk]) in told
    assert page.count("kom inte fram.") == 1


def test_it_is_listed_until_the_address_is_corrected(client, world, login, person):
    lost("kajsa@mistyped.example", kind=KIND)
    assert [address for address, _url in lost_mail(world.network)] == ["kajsa@mistyped.example"]
    assert "kajsa@mistyped.example" in login(client, world.david).get(LIST).content.decode()
    assert lost_mail(world.other) == []
    opened = services.contact_values(person.application)
    told = {"name": "Kajsa", "email": "kajsa@x.example", "phone": "070-1", "title": ""}
    services.correct_contact_people(
        application=person.application, contact_people=[told], opened=opened, by=world.david
    )
    assert lost_mail(world.network) == []


def test_mail_about_drafts_registrars_and_what_was_written_on_behalf_counts_too(world):
    draft = ApplicationDraftFactory(network=world.network)
    services.mail_link(draft=draft, email="utkast@x.example")
    OnBehalfFactory(draft__network=world.network, email="vagnar@x.example", mailed_at=timezone.now())
    services.make_registrar_link(
        target=ApplicationFactory(network=world.network), key="0b5b0f6e-0000-4000-8000-000000000001",
        email="registrator@x.example",
    )  # fmt: skip
    for address in ("utkast@x.example", "vagnar@x.example", "registrator@x.example", "annan@x.example"):
        lost(address, kind=KIND)

    found = [address for address, _url in lost_mail(world.network)]
    assert found == ["registrator@x.example", "utkast@x.example", "vagnar@x.example"]


def test_other_mail_to_the_same_address_is_not_the_networks(world, person):
    lost(person.email, kind="members/accounts/email/reset")
    assert lost_mail(world.network) == []
    assert queries.lost_mail_of(person.application) == {}
