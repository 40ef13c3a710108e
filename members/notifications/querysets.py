"""Notices, seen by the person they are for."""

from django.db import models
from django.db.models import Q


def network_ids_of(user):
    """Return the ids of the networks that the person is in: organisations stand above, so they are read off here."""
    return {row.network_id for row in user.current_memberships if row.network_id is not None}


class NotificationQuerySet(models.QuerySet):
    """Notices in the portal."""

    def visible_to(self, user):
        """One's own, but those of networks that the person has left."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(network_id=None) | Q(network_id__in=network_ids_of(user)), user_id=user.pk)

    def unread(self):
        """Those not yet read."""
        return self.filter(read_at=None)
