"""What every template may know of the request, without a query."""

from django.conf import settings


def portal(request):
    """Return whether this is a development portal, for the links to the mail and pattern pages."""
    return {"DEVELOPMENT": settings.DEVELOPMENT}
