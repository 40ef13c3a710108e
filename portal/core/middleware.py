"""Middleware of the whole portal: request id, language by address, and the second factor at the doors."""

import uuid
from contextvars import ContextVar

from django.apps import apps
from django.conf import settings
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware
from wagtail.contrib.redirects.middleware import get_redirect

from portal.core.access import redirect_to_login

request_id = ContextVar("request_id", default="")

# The doors behind which nobody is let in on a password alone.
GUARDED_PREFIXES = ("/deltagare/", "/admin/")


class RequestIdMiddleware:
    """Give each request an id that the audit record and the log can share."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = request_id.set(uuid.uuid4().hex)
        try:
            return self.get_response(request)
        finally:
            request_id.reset(token)


def split_language(path):
    """Return (language code, the rest of the path): the language is the address's and nothing else's."""
    for code, _name in settings.LANGUAGES:
        prefix = f"/{code}/"
        if code != settings.LANGUAGE_CODE and (path.startswith(prefix) or path == prefix[:-1]):
            return code, path[len(prefix) - 1 :] or "/"
    return settings.LANGUAGE_CODE, path


class AddressLanguageMiddleware:
    """Activate the language that the address says.

    Not Django's LocaleMiddleware: that one answers by cookie and Accept-Language, and so must send `Vary`
    with every page, which keeps public pages out of shared caches.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        code, _rest = split_language(request.path_info)
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


class CompressionMiddleware(GZipMiddleware):
    """Compress text. Files are left as they are: most are compressed already, and some are large."""

    TEXTS = ("text/", "application/json", "application/xml", "image/svg+xml")

    def process_response(self, request, response):
        """Compress what is text and not yet compressed."""
        if response.streaming or not response.get("Content-Type", "").startswith(self.TEXTS):
            return response
        return super().process_response(request, response)


class NulMiddleware:
    """Answer 404 to an address with a NUL character in it: no page has one, and PostgreSQL stores none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        return self.get_response(request)


class SecondFactorMiddleware:
    """Ask for the second factor before the extranet and Wagtail admin, whatever the view itself asks for.

    What stands behind these doors is kept by no cache, the browser's own included: the next person at the same
    computer does not page back to it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        _code, path = split_language(request.path_info)
        if not path.startswith(GUARDED_PREFIXES):
            return self.get_response(request)
        response = self.get_response(request) if request.user.is_verified() else redirect_to_login(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class RedirectMiddleware(WagtailRedirectMiddleware):
    """Lead from an old address to the new one, with what the reader asked for: `?page=2` goes along."""

    def process_response(self, request, response):
        """Answer with Wagtail's redirect, if there is one, with the query unless the old address had it."""
        answer = super().process_response(request, response)
        query = request.META.get("QUERY_STRING", "")
        if answer is response or not query or "?" in answer["Location"]:
            return answer
        # Models are not there yet when the settings name this module.
        whole = apps.get_model("wagtailredirects", "Redirect").normalise_path(
            request.get_full_path(), decode_unicode=False
        )
        if get_redirect(request, whole) is None:
            address, mark, fragment = answer["Location"].partition("#")
            answer["Location"] = f"{address}?{query}{mark}{fragment}"
        return answer
