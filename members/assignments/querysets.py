"""Assignments are seen by the network; submissions by the organisation, the coordinator and whom it lets in."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from members.assignments.enums import OPENED, SubmissionState
from members.organisations.access import coordinated_network_ids, network_ids_of, participations_of


class AssignmentQuerySet(models.QuerySet):
    """Assignments of networks."""

    def visible_to(self, user):
        """Published ones of the person's networks, and drafts of those that the person coordinates."""
        return self.filter(
            Q(network_id__in=network_ids_of(user), live=True) | Q(network_id__in=coordinated_network_ids(user))
        )

    def coordinated_by(self, user):
        """Those that the person runs: what Wagtail admin shows, drafts and archives included."""
        return self.filter(network_id__in=coordinated_network_ids(user))

    def with_counts(self):
        """Each with `sent_in_count`: how many organisations have sent in an answer."""
        sent_in = Q(submissions__submitted_at__isnull=False)
        return self.annotate(sent_in_count=models.Count("submissions", filter=sent_in))

    def published(self):
        """Those that participants see."""
        return self.filter(live=True)

    def untold(self):
        """Those that are open in a running network, and that participants have not been told of."""
        return self.open().filter(told_at=None, network__archived_at=None)

    def open(self):
        """Those that can be answered now, the first due first."""
        now = timezone.now()
        return self.filter(Q(cut_off_at=None) | Q(cut_off_at__gt=now), live=True, opens_at__lte=now).order_by("due_at")


class SubmissionQuerySet(models.QuerySet):
    """Submissions of organisations."""

    def visible_to(self, user):
        """One's own organisation's; those sent in, for the coordinator; and of these the ones opened to the network.

        A draft is its organisation's alone: not even the coordinator reads it before it is sent in. Answers to an
        assignment that has been taken back follow it out of sight, for all but its coordinators.
        """
        own = Q(pk__in=[])
        for network_id, organisation_id in participations_of(user):
            own |= Q(assignment__network_id=network_id, organisation_id=organisation_id)
        sent_in = ~Q(state=SubmissionState.DRAFT)
        opened = Q(assignment__network_id__in=network_ids_of(user), visibility__in=OPENED)
        coordinated = Q(assignment__network_id__in=coordinated_network_ids(user))
        published = Q(assignment__live=True)
        return self.filter((published & (own | (sent_in & opened))) | (sent_in & coordinated))

    def of(self, organisation, network):
        """Those of one organisation in one network."""
        return self.filter(organisation=organisation, assignment__network=network)

    def awaiting_feedback(self):
        """Those that the coordinator has not answered since they were sent in, the oldest first."""
        return self.filter(state=SubmissionState.SUBMITTED).order_by("submitted_at")

    def sent_in(self):
        """Those that have been handed in at least once."""
        return self.exclude(state=SubmissionState.DRAFT)


class AttachmentQuerySet(models.QuerySet):
    """Files of submissions."""

    def standing(self):
        """Those that belong to the submission as it is now."""
        return self.filter(removed_at=None)
