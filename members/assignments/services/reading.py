"""What a person has seen where it stands: a read mark, so no audit record."""

from members.notifications.queries import unread_count
from members.notifications.registry import key_of
from members.notifications.services import mark_read


def mark_seen(*, things, by):
    """Mark the person's notices of these things as read; without any unread notice nothing is written."""
    if unread_count(by):
        mark_read(keys=[key_of(thing) for thing in things], by=by)
