"""What meetings register with Wagtail."""

from wagtail.snippets.models import register_snippet

from members.meetings.viewsets import MeetingViewSet

register_snippet(MeetingViewSet)
