"""Finding files; who may read one is asked of its owner, one at a time."""

from django.db import models


class PrivateFileQuerySet(models.QuerySet):
    """Private files have no list of their own: lists belong to the owners."""

    def of_kind(self, kind):
        """Those of one owner."""
        return self.filter(kind=kind)
