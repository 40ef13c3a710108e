"""Registers what the public site has in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from home.viewsets import AccessibilityMessageViewSet

register_snippet(AccessibilityMessageViewSet)
