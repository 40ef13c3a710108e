"""What assignments register with Wagtail."""

from wagtail.snippets.models import register_snippet

from members.assignments.viewsets import AssignmentViewSet

register_snippet(AssignmentViewSet)
