"""Inventories, seen by the organisation and the network's coordinator."""

from django.db import models
from django.db.models import Q

from members.organisations.access import coordinated_network_ids, participations_of


class InventoryQuerySet(models.QuerySet):
    """Inventories of local needs."""

    def visible_to(self, user):
        """One's own organisation's, and those of networks that the person coordinates."""
        own = Q(pk__in=[])
        for network_id, organisation_id in participations_of(user):
            own |= Q(network_id=network_id, organisation_id=organisation_id)
        return self.filter(own | Q(network_id__in=coordinated_network_ids(user)))
