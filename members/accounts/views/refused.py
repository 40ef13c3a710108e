"""A form whose token does not hold: whoever logs in gets a new one, and other windows still have the old."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from members.accounts.views.doors import keep_to_ourselves
from members.accounts.views.kept import by_kind, fields_of
from portal.core.access import LEFT_OUT, holds_form, is_navigation, path_back


def refused(request, reason=""):
    """Answer 403, with what was filled in under a token that holds; Django calls this (CSRF_FAILURE_VIEW).

    Only what a page of this very site has sent is given back: another site's form must not be sent on by one press. One
    that held a password or a code is filled in anew.
    """
    if not is_navigation(request):
        return HttpResponse(
            _("Sidan är för gammal. Ladda om den."), status=403, content_type="text/plain; charset=utf-8"
        )
    context = {"page": path_back(request), "has_cookie": settings.CSRF_COOKIE_NAME in request.COOKIES}
    if _is_from_here(request) and holds_form(request) and not _held_secrets(request):
        context |= {"action": request.get_full_path(), **by_kind(fields_of(request))}
    return keep_to_ourselves(render(request, "members/accounts/refused.html", context, status=403))


def _is_from_here(request):
    """Whether the browser says that a page of this site sent it."""
    source = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return source.netloc == request.get_host()


def _held_secrets(request):
    return any(name in request.POST for name in LEFT_OUT - {"csrfmiddlewaretoken", "kept"})
