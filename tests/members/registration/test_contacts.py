"""The contact persons of an application, corrected by the coordinator."""

import pytest
from django.urls import reverse

from members.audit.models import Record
from members.organisations.models import Invitation
from members.registration import services
from members.registration.models.links import token_of
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
SECOND = {"second_name": "Nils Ny", "second_email": "nils@x.example", "second_phone": "070-1"}


@pytest.fixture
def person(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@mistyped.example")


def at(name, application):
    return reverse(f"wagtailsnippets_registration_application:{name}", args=[application.pk])


def own(person):
    return reverse("registration:own", args=[person.application.network.slug, token_of(person)])


def opened(david, application):
    form = david.get(at("contacts", application)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def correct(david, application, **changes):
    return david.post(at("contacts", application), opened(david, application) | changes)


def addresses(application):
    return [person.email for person in application.contact_people]


def test_new_address_is_mailed_a_link_and_the_old_persons_link_stops(david, client, person):
    old, application = own(person), person.application
    assert at("contacts", application) in david.get(at("inspect", application)).content.decode()
    assert correct(david, application, first_email="kajsa@x.example").status_code == 302

    [corrected] = application.contact_people
    assert (corrected.name, corrected.email) == ("Kajsa Kontakt", "kajsa@x.example")
    assert [mail.to for mail in OutboxMessage.objects.all()] == ["kajsa@x.example"]
    assert OutboxMessage.objects.get().kind.endswith("/own_link")
    assert (client.get(old).status_code, client.get(own(corrected)).status_code) == (410, 200)
    assert Record.objects.get(action="registration.correct_contact_people").fields == ["contact_people"]


def test_name_and_number_are_corrected_without_a_mail_and_the_link_stays(david, client, person):
    correct(
        david, person.application, first_phone="08-1", first_name="Kajsa Konrad", first_email="KAJSA@mistyped.example"
    )

    [corrected] = person.application.contact_people
    assert (corrected.pk, corrected.phone, corrected.name) == (person.pk, "08-1", "Kajsa Konrad")
    assert client.get(own(person)).status_code == 200
    assert not OutboxMessage.objects.exists()


def test_second_is_added_and_either_is_taken_away(david, person):
    application = person.application
    correct(david, application, **SECOND)
    assert addresses(application) == ["kajsa@mistyped.example", "nils@x.example"]
    correct(david, application, first_name="", first_email="", first_phone="")
    assert addresses(application) == ["nils@x.example"]
    assert [mail.to for mail in OutboxMessage.objects.all()] == ["nils@x.example"]
    # Nothing to correct is nothing done.
    correct(david, application)
    assert Record.objects.filter(action="registration.correct_contact_people").count() == 2


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"first_name": "", "first_email": "", "first_phone": ""}, "Minst en kontaktperson behövs."),
        ({"first_email": ""}, "Fyll i fältet"),
        ({"second_name": "Nils"}, "Fyll i fältet"),
        ({"first_email": "kajsa"}, "e-postadress"),
    ],
)
def test_half_a_contact_person_is_told(david, person, changes, told):
    answer = correct(david, person.application, **changes)
    assert answer.status_code == 200
    assert told in str(answer.context["form"].errors)
    assert addresses(person.application) == ["kajsa@mistyped.example"]


def test_what_a_colleague_has_corrected_meanwhile_is_shown_beside(david, person, world):
    application = person.application
    old = opened(david, application)
    correct(david, application, first_email="kajsa@x.example")
    answer = david.post(at("contacts", application), old | {"first_email": "kajsa@y.example"})

    assert answer.status_code == 409
    assert "Nu står det: kajsa@x.example" in answer.content.decode()
    assert "kajsa@y.example" in answer.content.decode()
    assert addresses(application) == ["kajsa@x.example"]
    form = answer.context["form"]
    david.post(at("contacts", application), {name: form[name].value() or "" for name in form.fields})
    assert addresses(application) == ["kajsa@y.example"]


def test_invitation_follows_the_address_of_a_confirmed_place(david, person, world):
    application = person.application
    ApplicationPersonFactory(application=application, name="Nils Ny", email="nils@x.example", sort_order=1)
    services.move(application=application, to="accepted", by=world.david)
    correct(david, application, first_email="kajsa@x.example")

    assert sorted(Invitation.objects.open().values_list("email", flat=True)) == ["kajsa@x.example", "nils@x.example"]
    assert Invitation.objects.exclude(withdrawn_at=None).get().email == "kajsa@mistyped.example"
    assert OutboxMessage.objects.filter(to="nils@x.example", kind__endswith="/invitation").count() == 1
