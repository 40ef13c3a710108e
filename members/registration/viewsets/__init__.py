"""Applications in Wagtail admin, for the coordinators of their network."""

from members.registration.viewsets.applications import ApplicationViewSet
from members.registration.viewsets.bulk import AssignBulkAction, FollowUpBulkAction, SeatBulkAction, WaitBulkAction

__all__ = ["ApplicationViewSet", "AssignBulkAction", "FollowUpBulkAction", "SeatBulkAction", "WaitBulkAction"]
