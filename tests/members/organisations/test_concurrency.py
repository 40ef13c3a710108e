"""Many people at once."""

import pytest

from members.organisations import services
from members.organisations.models import Invitation
from portal.core.models import OutboxMessage
from tests.together import at_once


@pytest.mark.usefixtures("transactional_db")
def test_form_sent_many_times_at_once_makes_one_invitation(world):
    sent = {"email": "ny@norrvik.example", "organisation": world.norrvik, "network": world.network, "by": world.david}
    assert len(set(at_once([lambda: services.invite(**sent).pk] * 6))) == 1
    assert (Invitation.objects.count(), OutboxMessage.objects.count()) == (1, 1)
