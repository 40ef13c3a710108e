"""Filters of the record, and what keeps it append-only."""

from django.db import models


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that are added and never changed; only the purge of what has had its time removes any."""

    def update(self, **kwargs):
        """Raise TypeError: the record is append-only."""
        raise TypeError("A record of what was done is never changed.")

    def delete(self):
        """Raise TypeError: the record is append-only."""
        raise TypeError("A record of what was done is never removed.")

    def purge(self):
        """Remove the rows, of which services.retention has kept an anchor; return how many they were."""
        return super().delete()[0]


class RecordQuerySet(AppendOnlyQuerySet):
    """Records, seen by administrators alone."""

    def visible_to(self, user):
        """Everything for an administrator, nothing for others."""
        return self if user.has_perm("audit.view_record") else self.none()
