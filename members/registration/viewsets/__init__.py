"""Applications in Wagtail admin, for the coordinators of their network."""

from members.registration.viewsets.applications import ApplicationViewSet

__all__ = ["ApplicationViewSet"]
