"""Registers what the public site has in Wagtail's admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.viewsets import AccessibilityMessageViewSet, AwaitingPanel

register_snippet(AccessibilityMessageViewSet)


@hooks.register("construct_homepage_panels")
def awaiting_panel(request, panels):
    """Begin the first page of the admin with what awaits the person."""
    panels.append(AwaitingPanel())
