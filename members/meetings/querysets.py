"""Meetings and materials, seen by the network; drafts by its coordinators."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from members.organisations.access import coordinated_network_ids, network_ids_of


class MeetingQuerySet(models.QuerySet):
    """Meetings of networks."""

    def visible_to(self, user):
        """Published ones of the person's networks, and drafts of those that the person coordinates."""
        return self.filter(
            Q(network_id__in=network_ids_of(user), live=True) | Q(network_id__in=coordinated_network_ids(user))
        )

    def coordinated_by(self, user):
        """Those that the person runs: what Wagtail admin shows, drafts and archives included."""
        return self.filter(network_id__in=coordinated_network_ids(user))

    def published(self):
        """Those that participants see."""
        return self.filter(live=True)

    def upcoming(self):
        """Those that have not ended, the next first."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at")

    def past(self):
        """Those that have ended, the latest first."""
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at")


class MaterialQuerySet(models.QuerySet):
    """Materials follow their meeting."""

    def visible_to(self, user):
        """Those of meetings that the person sees."""
        return self.filter(
            Q(meeting__network_id__in=network_ids_of(user), meeting__live=True)
            | Q(meeting__network_id__in=coordinated_network_ids(user))
        )
