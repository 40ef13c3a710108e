"""The session at the doors: where to go next, who has just shown a code, and what a proved factor changes."""

import time
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import auth
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_otp import login as remember_device

from members.accounts import queries, services
from portal.core.access import CONFIRMED_KEY, is_fresh, redirect_to_confirm, verified_required

KEPT_KEY = "kept_form"

# Named here: several ways of logging in are tried, and the session has to say whose user it holds.
BACKEND = "django.contrib.auth.backends.ModelBackend"


def next_of(request):
    """Return where the person was going: a path of this very site, or nothing."""
    path = request.POST.get("next") or request.GET.get("next") or ""
    return path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""


def address_of(name, next_path=""):
    """Return the address of a page by its name, with the place to go on to."""
    query = f"?{urlencode({'next': next_path})}" if next_path else ""
    return f"{reverse(name)}{query}"


def go_on(request, next_path=None):
    """Send the person to where they were going, else to where they have something to do.

    What they had filled in when the session ended comes first. `next_path` is where, when the request does not say.
    """
    if KEPT_KEY in request.session:
        return HttpResponseRedirect(reverse("accounts:kept"))
    path = next_of(request) if next_path is None else next_path
    return HttpResponseRedirect(path or landing_of(request.user))


def landing_of(user):
    """Return the start page of the extranet; Wagtail admin or the account for whoever is in no network."""
    if any(row.network_id for row in user.current_memberships):
        return reverse("journey:start")
    return reverse("wagtailadmin_home" if user.works_in_admin else "accounts:account")


def open_session(request, user):
    """Log in with the password alone: a session of its own, which no guarded page lets in yet."""
    auth.login(request, user, backend=BACKEND)
    request.session.set_expiry(None)  # it may have been that of a form which waited for a quarter of an hour


def raise_session(request, device):
    """Let the session count as verified by the device, under a new key: the old one may have been seen."""
    remember_device(request, device)
    request.session[CONFIRMED_KEY] = int(time.time())
    request.session.cycle_key()


def recognised(request):
    """Whether the browser is one that its owner asked not to be asked in; the session then counts as verified.

    It does not count as fresh: a change to what one logs in with still asks for a code.
    """
    device = services.recognise_device(user=request.user, token=device_token(request))
    if device is None:
        return False
    remember_device(request, device)
    request.session.cycle_key()
    services.note_login(by=request.user)
    return True


def remembering(request, response):
    """Give the browser the cookie by which it is recognised for thirty days."""
    browser, system = queries.device_of(request.headers.get("User-Agent", ""))
    old = device_token(request)
    token = services.remember_device(browser=browser, system=system, by=request.user, old_token=old)
    if token:
        response.set_cookie(
            _cookie(),
            token,
            max_age=services.REMEMBERED,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def device_token(request):
    """Return the secret by which the browser is remembered, or nothing."""
    return request.COOKIES.get(_cookie(), "")


def _cookie():
    return "__Host-deviceid" if settings.SESSION_COOKIE_SECURE else "deviceid"


def fresh_code_required(view):
    """Ask for a code once more before what somebody at an abandoned screen must not do."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not is_fresh(request):
            return redirect_to_confirm(request)
        return view(request, *args, **kwargs)

    return verified_required(wrapper)


def keep_to_ourselves(response):
    """Keep the page's address, which holds a secret, out of other sites' logs and out of caches."""
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response


def leave_nothing(response):
    """Have the browser forget the drafts that it kept: the next person at the same computer does not find them."""
    response["Clear-Site-Data"] = '"storage"'
    return response
