"""Applications, seen by the coordinators of their network."""

from django.db import models

from members.organisations.access import coordinated_network_ids
from members.organisations.querysets import is_portal_administrator


class ApplicationQuerySet(models.QuerySet):
    """Applications from organisations."""

    def visible_to(self, user):
        """Those to networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(network_id__in=coordinated_network_ids(user))
