"""Taking in an application, beside the form."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from members.registration import services
from members.registration.models import Application
from members.registration.queries import may_read_decision
from members.registration.services import applying
from tests.factories.files import PrivateFileFactory
from tests.factories.registration import ApplicationFactory

pytestmark = pytest.mark.django_db


def sent(**changes):
    return {
        "organisation": None,
        "organisation_name": "Granbergs kommun",
        "organisation_number": "222000-0315",
        "decision_state": "not_yet",
        "participant_count": 1,
        "is_committed": True,
        "submission_key": uuid.uuid4(),
        **changes,
    }


def test_apply_counts_at_least_those_who_are_named(world):
    application = services.apply(
        network=world.network,
        application=sent(),
        contact_people=[],
        participants=[{"name": "En", "email": ""}, {"name": "Två", "email": ""}],
    )

    assert application.participant_count == 2


def test_apply_to_a_closed_network_is_refused(world):
    with pytest.raises(services.RegistrationClosed):
        services.apply(network=world.archive, application=sent(), contact_people=[], participants=[])


def test_two_sendings_at_the_same_moment_give_one_application(world, monkeypatch):
    """The other sending commits between our look and our write."""
    data = sent()

    def late(**kwargs):
        services_take_in(**kwargs)
        raise IntegrityError

    services_take_in = applying._take_in
    monkeypatch.setattr(applying, "_take_in", late)

    application = services.apply(network=world.network, application=data, contact_people=[], participants=[])

    assert application == Application.objects.get()


def test_decision_taken_or_scheduled_has_a_date(world):
    with pytest.raises(IntegrityError, match="decision_taken_or_scheduled_has_a_date"), transaction.atomic():
        ApplicationFactory(network=world.network, decision_state="taken")


def test_somebody_takes_part(world):
    with pytest.raises(IntegrityError, match="somebody_takes_part"), transaction.atomic():
        ApplicationFactory(network=world.network, participant_count=0)


def test_decision_is_read_by_the_networks_coordinator_alone(world):
    file = PrivateFileFactory(kind=services.DECISION_KIND)
    ApplicationFactory(network=world.network, decision_file=file)

    readers = {name for name in world.people if may_read_decision(world.fresh(name), file)}

    assert readers == {"david", "fredrik"}
    assert not may_read_decision(world.david, PrivateFileFactory(kind=services.DECISION_KIND))
