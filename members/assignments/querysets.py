"""Assignments are seen by the network; submissions by the organisation, the coordinator and whom it lets in."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from members.assignments.enums import SubmissionState, Visibility
from members.organisations.access import coordinated_network_ids, network_ids_of, participations_of


class AssignmentQuerySet(models.QuerySet):
    """Assignments of networks."""

    def visible_to(self, user):
        """Published ones of the person's networks, and drafts of those that the person coordinates."""
        return self.filter(
            Q(network_id__in=network_ids_of(user), live=True) | Q(network_id__in=coordinated_network_ids(user))
        )

    def published(self):
        """Those that participants see."""
        return self.filter(live=True)

    def open(self):
        """Those that can be answered now, the first due first."""
        now = timezone.now()
        return self.filter(Q(cut_off_at=None) | Q(cut_off_at__gt=now), live=True, opens_at__lte=now).order_by("due_at")


class SubmissionQuerySet(models.QuerySet):
    """Submissions of organisations."""

    def visible_to(self, user):
        """One's own organisation's; the coordinator's; and those sent in that are opened to the network."""
        own = Q(pk__in=[])
        for network_id, organisation_id in participations_of(user):
            own |= Q(assignment__network_id=network_id, organisation_id=organisation_id)
        shared = Q(
            assignment__network_id__in=network_ids_of(user), visibility__in=[Visibility.NETWORK, Visibility.PUBLIC]
        ) & ~Q(state=SubmissionState.DRAFT)
        return self.filter(own | shared | Q(assignment__network_id__in=coordinated_network_ids(user)))

    def sent_in(self):
        """Those that have been handed in at least once."""
        return self.exclude(state=SubmissionState.DRAFT)
