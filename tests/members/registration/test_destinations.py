"""Which organisation an application becomes: shown before the place is given, refused where name and number differ."""

import pytest
from django.urls import reverse

from members.organisations.models import Invitation, Organisation
from members.registration import services
from members.registration.enums import ApplicationState
from portal.core.models import OutboxMessage
from tests.factories.organisations import OrganisationFactory
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
S = ApplicationState
NUMBER, OTHER_NUMBER = "222000-0315", "212000-0142"
NEW = "Med en plats läggs Granbergs kommun till i registret som en ny organisation."


@pytest.fixture
def application(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@x.example").application


def at(name, application, query=""):
    return reverse(f"wagtailsnippets_registration_application:{name}", args=[application.pk]) + query


def words(answer):
    return " ".join(answer.content.decode().split())


def test_new_organisation_is_announced_on_both_pages(david, application):
    assert NEW in words(david.get(at("inspect", application)))
    assert NEW in words(david.get(at("decide", application, "?to=accepted")))
    assert NEW not in words(david.get(at("decide", application, "?to=declined")))


def test_existing_organisation_is_named_with_its_people(david, application, world):
    application.organisation = world.lindasa
    application.save()
    people = services.destination(application).people
    assert people > 1
    told = f"hör anmälan till {world.lindasa}, som finns i registret. {people} personer deltar redan"
    assert told in words(david.get(at("decide", application, "?to=conditional")))


def test_same_name_and_number_is_the_same_organisation_whatever_the_case(application, world):
    same = OrganisationFactory(name="GRANBERGS kommun", organisation_number=NUMBER)
    found = services.destination(application)
    assert (found.organisation, found.people, found.clash) == (same, 0, None)
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    assert Invitation.objects.get().organisation == same


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("Tallbackens kommun", NUMBER, f"i registret Tallbackens kommun med nummer {NUMBER}"),
        ("Granbergs kommun", OTHER_NUMBER, f"i registret Granbergs kommun med nummer {OTHER_NUMBER}"),
        ("Granbergs kommun", "", "i registret Granbergs kommun utan nummer"),
    ],
)
def test_name_and_number_of_two_are_refused(david, application, world, name, number, told):
    OrganisationFactory(name=name, organisation_number=number)
    page = david.get(at("decide", application, "?to=accepted"))
    assert told in words(page)
    assert at("edit", application) in words(page)
    assert 'name="subject"' not in words(page)
    assert told in words(david.get(at("inspect", application)))

    sent = {"seen": "submitted", "subject": "Ja", "text": "Ja"}
    answer = david.post(at("decide", application, "?to=accepted"), sent, follow=True)
    assert "Namn och organisationsnummer hör inte ihop. Inget mejl har skickats." in words(answer)
    application.refresh_from_db()
    assert application.state == S.SUBMITTED
    assert (OutboxMessage.objects.count(), Invitation.objects.count()) == (0, 0)


def test_organisation_that_is_no_more_is_not_in_the_way(application, world):
    OrganisationFactory(name="Granbergs landsting", organisation_number=NUMBER, to_date="2018-12-31")
    assert services.destination(application) == services.destination(application).__class__()


def test_number_beside_another_organisation_of_the_register_is_refused(application, world):
    world.lindasa.organisation_number = OTHER_NUMBER
    world.lindasa.save()
    application.organisation = world.lindasa
    application.save()
    with pytest.raises(services.OtherOrganisation):
        services.move(application=application, to=S.CONDITIONAL, by=world.david)


def test_seat_is_not_offered_either(david, application, world):
    OrganisationFactory(name="Tallbackens kommun", organisation_number=NUMBER)
    services.move(application=application, to=S.WAITING, by=world.david)
    application.refresh_from_db()
    assert "Tallbackens kommun" in words(david.get(at("offer", application)))
    with pytest.raises(services.OtherOrganisation):
        services.offer_seat(application=application, by=world.david)


def test_applicant_who_takes_an_offer_opens_no_door_of_another(application, world):
    application.decision_state, application.decision_date = "taken", "2026-01-01"
    application.save()
    services.move(application=application, to=S.WAITING, by=world.david)
    services.offer_seat(application=application, by=world.david)
    other = OrganisationFactory(name="Tallbackens kommun", organisation_number=NUMBER)
    services.accept_offer(application=application)
    assert Invitation.objects.get().organisation != other


def edited(david, application, **changes):
    """Send the coordinator's form as it stands, with the changes."""
    form = david.get(at("edit", application)).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return david.post(at("edit", application), sent | changes)


def test_coordinator_points_out_the_organisation_and_goes_on(david, application, world):
    same = OrganisationFactory(name="Granbergs kommun", organisation_number="")
    gone = OrganisationFactory(name="Granbergs stad", to_date="2000-01-01")
    offered = david.get(at("edit", application)).context["form"].fields["organisation"].queryset
    assert (same in offered, gone in offered) == (True, False)
    assert edited(david, application, organisation_number="222000-0316").status_code == 200  # a wrong digit
    assert edited(david, application, organisation=same.pk).status_code == 302
    application.refresh_from_db()
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    assert Invitation.objects.get().organisation == same


def test_organisation_stands_fast_once_it_is_let_in(david, application, world):
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    application.refresh_from_db()
    edited(david, application, organisation=world.lindasa.pk, organisation_name="Annat")
    application.refresh_from_db()
    assert application.organisation == Organisation.objects.get(name="Granbergs kommun")
    assert application.organisation_name == "Granbergs kommun"
