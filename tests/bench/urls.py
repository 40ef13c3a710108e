"""The portal's addresses, and the plain view that its pages are compared with."""

from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path

from portal.urls import urlpatterns as portal

BODY = b"<!doctype html>" + b"<p>Twenty thousand bytes of it.</p>\n" * 556
COUNT = "HTTP_X_COUNT_QUERIES"


def plain(request):
    """Answer with 20 kB, without a query."""
    return HttpResponse(BODY)


urlpatterns = [path("plain/", plain), *portal]


class CountingMiddleware:
    """Tell how many queries the request made, when it asks."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if COUNT not in request.META:
            return self.get_response(request)
        with CaptureQueriesContext(connection) as asked:
            response = self.get_response(request)
        response.headers["X-Queries"] = str(len(asked))
        return response
