"""Notices, seen by the person they are for."""

from django.db import models


class NotificationQuerySet(models.QuerySet):
    """Notices in the portal."""

    def visible_to(self, user):
        """One's own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def unread(self):
        """Those not yet read."""
        return self.filter(read_at=None)
