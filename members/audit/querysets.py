"""Filters of the record."""

from django.db import models


class RecordQuerySet(models.QuerySet):
    """Records, seen by administrators alone."""

    def visible_to(self, user):
        """Everything for an administrator, nothing for others."""
        return self if user.has_perm("audit.view_record") else self.none()

    def update(self, **kwargs):
        """Raise TypeError: the record is append-only."""
        raise TypeError("A record of what was done is never changed.")

    def delete(self):
        """Raise TypeError: the record is append-only."""
        raise TypeError("A record of what was done is never removed.")
