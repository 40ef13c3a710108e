"""Registers the applications in Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from members.registration.viewsets import (
    ApplicationViewSet,
    AssignBulkAction,
    FollowUpBulkAction,
    SeatBulkAction,
    WaitBulkAction,
)

register_snippet(ApplicationViewSet)
for _action in (SeatBulkAction, WaitBulkAction, AssignBulkAction, FollowUpBulkAction):
    hooks.register("register_bulk_action", _action)
