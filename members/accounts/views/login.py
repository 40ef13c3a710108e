"""In with the password, on with the code, and out."""

from functools import partial

from django.contrib import auth, messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from members.accounts import queries, services
from members.accounts.forms import LoginForm, RecoveryCodeForm, RememberingCodeForm
from members.accounts.models import LoginPolicy
from members.accounts.views.doors import (
    address_of,
    device_token,
    go_on,
    landing_of,
    leave_nothing,
    next_of,
    open_session,
    raise_session,
    recognised,
    remembering,
)
from members.accounts.views.kept import is_brought, keep, kept_of


@sensitive_post_parameters("password")
@never_cache
def login(request):
    """Ask for address and password; whoever is in already is told so, for Wagtail sends people here as well."""
    here = {"next": next_of(request)}
    if request.user.is_authenticated:
        if not request.user.is_verified():
            return HttpResponseRedirect(address_of("accounts:second_factor", here["next"]))
        return render(request, "members/accounts/logged_in.html", {**here, "landing": landing_of(request.user)})
    sent = None if is_brought(request) else request.POST or None
    form = LoginForm(sent, request=request, device=device_token(request))
    if form.is_bound and form.is_valid():
        open_session(request, form.user)
        keep(request, request.POST.get("kept", ""))
        if recognised(request):
            return go_on(request)
        return HttpResponseRedirect(address_of("accounts:second_factor", here["next"]))
    context = {**here, "form": form, "kept": kept_of(request)}
    return render(request, "members/accounts/login.html", context, status=429 if form.is_slowed else 200)


def locked_out(request, response, credentials):
    """Answer 429 with the page that the login has made; django-axes calls this after too many tries."""
    response.status_code = 429
    return response


@never_cache
def second_factor(request):
    """Ask for the six digits; a recovery code in their place is fine too."""
    return _ask_for_code(request, RememberingCodeForm, "members/accounts/second_factor.html")


@never_cache
def recovery(request):
    """Ask for a recovery code, with a keyboard that has letters."""
    return _ask_for_code(request, RecoveryCodeForm, "members/accounts/recovery.html")


def _ask_for_code(request, form_class, template):
    here = {"next": next_of(request)}
    if not request.user.is_authenticated:
        return HttpResponseRedirect(address_of("accounts:login", here["next"]))
    if request.user.is_verified():
        return go_on(request)
    if not request.user.has_second_factor:
        return HttpResponseRedirect(address_of("accounts:enrol", here["next"]))
    form = form_class(
        request.POST or None,
        check=partial(services.verify_code, by=request.user),
        offers=LoginPolicy.today().remembers_devices,
    )
    if request.method == "POST" and form.is_valid():
        raise_session(request, form.device)
        services.note_login(by=request.user)
        return remembering(request, go_on(request)) if form.cleaned_data.get("remember") else go_on(request)
    return render(request, template, {**here, "form": form, "reset": queries.waiting_reset_of(request.user)})


@require_POST
@never_cache
def log_out(request):
    """End the session and lead to the public start page."""
    auth.logout(request)
    messages.success(request, _("Du är utloggad."))
    return leave_nothing(HttpResponseRedirect(address_of("accounts:login")))
