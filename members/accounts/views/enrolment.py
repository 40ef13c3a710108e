"""Setting up the second factor, and the recovery codes that are shown once."""

import time
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from members.accounts import queries, services
from members.accounts.forms import EnrolForm
from members.accounts.views.doors import address_of, fresh_code_required, go_on, is_fresh, next_of, raise_session
from portal.core.access import FRESH, verified_required

CODES_KEY = "recovery_codes"
ENROL = "members/accounts/enrol.html"


@never_cache
def enrol(request):
    """Set up an authenticator app: the first one, or one more for somebody who has just shown a code."""
    door = other_door(request)
    if door:
        return HttpResponseRedirect(address_of(door, next_of(request) or (request.path if "confirm" in door else "")))
    device = services.begin_enrolment(by=request.user)
    form = EnrolForm(request.POST or None, check=partial(services.confirm_enrolment, by=request.user))
    if request.method == "POST" and form.is_valid():
        raise_session(request, form.device)
        if request.user.recovery_codes_left:
            messages.success(request, _("Appen är tillagd."))
            return HttpResponseRedirect(reverse("accounts:account"))
        keep_codes(request)
        services.note_login(by=request.user)
        return HttpResponseRedirect(address_of("accounts:recovery_codes", next_of(request)))
    setup = queries.setup_of(device, issuer=settings.OTP_TOTP_ISSUER)
    return render(request, ENROL, {"form": form, "setup": setup, "next": next_of(request), "steps": steps()})


def other_door(request):
    """Return the page that comes first, if any: a password alone never adds to the factors of somebody who has one."""
    if not request.user.is_authenticated:
        return "accounts:login"
    if request.user.is_verified():
        return "" if is_fresh(request) else "accounts:confirm"
    return "accounts:second_factor" if request.user.has_second_factor else ""


def steps():
    """Return the steps of somebody new."""
    return [_("Lösenord"), _("App eller passkey"), _("Återställningskoder")]


def keep_codes(request):
    """Make ten new recovery codes and keep them, sealed, for the one showing."""
    codes = services.make_recovery_codes(by=request.user)
    request.session[CODES_KEY] = queries.sealed("\n".join([str(int(time.time())), *codes]))


def _kept_codes(request):
    """Return (the codes, whether the time in which they are shown is over).

    A quarter of an hour is as long as whoever sits there could make new ones without being asked for a code.
    """
    made_at, *codes = queries.unsealed(request.session.get(CODES_KEY, "")).split() or ["0"]
    is_over = time.time() - int(made_at) >= FRESH
    return ([] if is_over else codes), bool(codes) and is_over


@never_cache
@verified_required
def recovery_codes(request):
    """Show the new codes until the person says that they are saved, a quarter of an hour at most."""
    codes, is_over = _kept_codes(request)
    if request.method == "POST":
        request.session.pop(CODES_KEY, None)
        return go_on(request)
    if is_over:
        return render(request, "members/accounts/codes_over.html", {"next": next_of(request)}, status=410)
    if not codes:
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(
        request,
        "members/accounts/recovery_codes.html",
        {"codes": codes, "next": next_of(request), "steps": steps()},
    )


@never_cache
@verified_required
def download_codes(request):
    """Give the codes as a text file, as long as they are shown."""
    codes, is_over = _kept_codes(request)
    if not codes:
        return HttpResponseRedirect(reverse("accounts:recovery_codes" if is_over else "accounts:account"))
    lines = [_("Återställningskoder till Nätverksportalen"), request.user.email, "", *codes, ""]
    response = HttpResponse("\r\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="aterstallningskoder.txt"'
    return response


@require_POST
@never_cache
@fresh_code_required
def new_codes(request):
    """Replace the recovery codes by ten new ones."""
    keep_codes(request)
    return HttpResponseRedirect(address_of("accounts:recovery_codes", reverse("accounts:account")))
