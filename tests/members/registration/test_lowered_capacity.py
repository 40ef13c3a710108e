"""A seat that was given stays given when the network is made smaller afterwards."""

import datetime

import pytest
from django.utils import timezone

from members.registration import services
from members.registration.enums import ApplicationState as S
from tests.factories.registration import ApplicationFactory, OtherApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(world):
    """A network that is fuller than it may be from now on."""
    OtherApplicationFactory.create_batch(2, network=world.network, state=S.ACCEPTED)
    world.network.capacity = 1
    world.network.save()
    return world.network


def test_offer_is_taken_all_the_same(network):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    offered = ApplicationFactory(network=network, state=S.WAITING, offer_expires_at=tomorrow)
    services.accept_offer(application=offered)
    offered.refresh_from_db()
    assert offered.state == S.CONDITIONAL


def test_conditional_place_is_confirmed_all_the_same(network, world):
    conditional = ApplicationFactory(network=network, state=S.CONDITIONAL)
    services.move(application=conditional, to=S.ACCEPTED, by=world.david)
    conditional.refresh_from_db()
    assert conditional.state == S.ACCEPTED


def test_others_get_no_seat(network, world):
    with pytest.raises(services.NoSeatLeft):
        services.move(application=ApplicationFactory(network=network), to=S.ACCEPTED, by=world.david)
