"""Who may read a notice: whom it is for, as long as they are in its network."""

import rules

from members.notifications.querysets import network_ids_of


@rules.predicate
def is_recipient(user, notification):
    """The notice is the person's own."""
    return notification is not None and notification.user_id == user.pk


@rules.predicate
def is_still_in_its_network(user, notification):
    """The notice is of no network, or of one that the person is in."""
    return notification.network_id is None or notification.network_id in network_ids_of(user)


rules.add_perm("notifications.view_notification", is_recipient & is_still_in_its_network)
