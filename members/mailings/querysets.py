"""Mailings are read by those they were for, and by the network's coordinators."""

from django.db import models
from django.db.models import Q

from members.mailings.enums import Audience
from members.organisations.access import coordinated_network_ids, network_ids_of


class MailingQuerySet(models.QuerySet):
    """Mailings of networks."""

    def visible_to(self, user):
        """Drafts for the coordinators; sent ones to all for the whole network, others for those who got them."""
        if not user.is_authenticated:
            return self.none()
        received = user.mailing_receipts.values("mailing_id")
        mine = Q(audience=Audience.ALL) | Q(pk__in=received)
        sent = Q(sent_at__isnull=False, network_id__in=network_ids_of(user)) & mine
        return self.filter(sent | Q(network_id__in=coordinated_network_ids(user)))

    def sent(self):
        """Those that have gone out, the newest first."""
        return self.filter(sent_at__isnull=False).order_by("-sent_at", "-pk")

    def drafts(self):
        """Those that nobody has got yet."""
        return self.filter(sent_at=None).order_by("-created_at", "-pk")
