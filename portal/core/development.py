"""Addresses that exist in development only: each view answers 404 elsewhere."""

from functools import wraps

from django.conf import settings
from django.http import Http404

app_name = "development"
urlpatterns = []


def development_only(view):
    """Answer 404 unless this is a development portal."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not settings.DEVELOPMENT:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper
