"""Who reads and writes mailings."""

import rules

from members.mailings.enums import Audience
from members.organisations.rules import is_coordinator, is_in_network, network_is_running


@rules.predicate
def is_sent(user, mailing):
    """It has gone out."""
    return mailing is not None and mailing.is_sent


@rules.predicate
def was_for(user, mailing):
    """It was for the whole network, or this person was among those who got it."""
    return mailing is not None and (
        mailing.audience == Audience.ALL or mailing.receipts.filter(user_id=user.pk).exists()
    )


rules.add_perm("mailings.view_mailing", is_coordinator | (is_in_network & is_sent & was_for))
# Asked of a network.
rules.add_perm("mailings.write_mailing", is_coordinator & network_is_running)
# Sent is sent.
rules.add_perm("mailings.change_mailing", is_coordinator & network_is_running & ~is_sent)
