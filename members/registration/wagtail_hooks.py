"""Registers the applications in Wagtail admin."""

from wagtail.snippets.models import register_snippet

from members.registration.viewsets import ApplicationViewSet

register_snippet(ApplicationViewSet)
