"""From a confirmed place to people at work."""

import pytest

from members.needs.models import Inventory
from members.organisations.models import Invitation, Organisation
from members.registration import services
from members.registration.enums import ApplicationState
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
S = ApplicationState


@pytest.fixture
def application(world):
    return ApplicationPersonFactory(
        application__network=world.network, application__motive="Vi behöver en lägesbild.", email="kajsa@x.example"
    ).application


def accept(application, world):
    return services.move(application=application, to=S.ACCEPTED, by=world.david)


def test_acceptance_registers_the_organisation_invites_and_begins_the_inventory(application, world):
    accept(application, world)

    organisation = Organisation.objects.get(name="Granbergs kommun")
    assert organisation.organisation_number == application.organisation_number
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role, invitation.organisation, invitation.network) == (
        "kajsa@x.example", "contact_person", organisation, world.network,
    )  # fmt: skip
    assert Inventory.objects.get(organisation=organisation).situation == "Vi behöver en lägesbild."
    assert OutboxMessage.objects.filter(to="kajsa@x.example").count() == 2  # the decision and the invitation


def test_place_with_a_condition_invites_nobody_yet(application, world):
    services.move(application=application, to=S.CONDITIONAL, by=world.david)
    assert Invitation.objects.count() == 0
    accept(application, world)
    assert Invitation.objects.count() == 1


def test_organisation_of_the_register_keeps_its_inventory(application, world):
    application.organisation = world.lindasa
    application.save()
    Inventory.objects.create(network=world.network, organisation=world.lindasa, situation="Redan skrivet")
    accept(application, world)

    assert Organisation.objects.filter(name="Granbergs kommun").count() == 0
    assert Inventory.objects.get(organisation=world.lindasa).situation == "Redan skrivet"


def test_number_of_another_organisation_opens_no_door_to_it(application, world):
    world.lindasa.organisation_number = application.organisation_number
    world.lindasa.save()
    with pytest.raises(services.OtherOrganisation):
        accept(application, world)

    assert Invitation.objects.count() == 0


def test_personal_number_does_not_reach_the_inventory(application, world):
    application.motive = "Fråga om 900101-2384"
    application.save()
    accept(application, world)

    assert Inventory.objects.count() == 0


def test_contact_person_who_takes_part_already_is_not_invited(application, world):
    application.organisation = world.lindasa
    application.save()
    application.people.update(email=world.amina.email)
    accept(application, world)

    assert Invitation.objects.count() == 0


def test_undone_acceptance_makes_the_invitations_useless(application, world):
    services.undo(step=accept(application, world), by=world.david)

    assert Invitation.objects.get().withdrawn_at is not None
    application.refresh_from_db()
    accept(application, world)
    assert Invitation.objects.open().count() == 1
