"""A button that is pressed many times at once."""

import pytest

from members.mailings import queries, services
from members.mailings.models import MailingReceipt
from members.organisations import services as organisations
from members.organisations.models import Membership
from portal.core.models import OutboxMessage
from tests.factories.mailings import MailingFactory
from tests.together import at_once


@pytest.mark.usefixtures("transactional_db")
def test_mailing_sent_many_times_at_once_goes_out_once(world):
    mailing = MailingFactory(network=world.network)
    seen = services.mark_of_sending(mailing, queries.reach_of(mailing).rows)

    def send():
        try:
            return services.send(mailing=mailing, reach=queries.reach_of, seen=seen, by=world.david)
        except services.AlreadySent:
            return None

    assert sorted(at_once([send] * 6), key=bool) == [None] * 5 + [4]
    assert (OutboxMessage.objects.count(), MailingReceipt.objects.count()) == (4, 4)


@pytest.mark.usefixtures("transactional_db")
def test_hand_over_pressed_many_times_at_once_tells_once(world):
    membership = Membership.objects.get(user=world.bo)
    hand_over = {"membership": membership, "by": world.amina, "stays": False}
    assert len(set(at_once([lambda: organisations.hand_over(**hand_over).pk] * 6))) == 1
    assert OutboxMessage.objects.count() == 1
