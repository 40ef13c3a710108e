"""One's own account: details and password."""

from functools import partial

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from members.accounts import queries, services
from members.accounts.forms import ChangePasswordForm, CodeForm, DetailsForm
from members.accounts.models import User
from members.accounts.views.doors import fresh_code_required, go_on, landing_of, next_of, raise_session
from portal.core.access import require, verified_required


@never_cache
@verified_required
def account(request):
    """My own details, and what I log in with."""
    # A copy for the form, which writes what it reads: the page's header keeps the name that is stored.
    form = DetailsForm(request.POST or None, instance=User.objects.select_related("portrait").get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        require(request.user, "accounts.change_user", request.user)
        services.change_details(account=request.user, by=request.user, **form.cleaned_data)
        messages.success(request, _("Dina uppgifter är sparade."))
        return HttpResponseRedirect(reverse("accounts:account"))
    context = {
        "form": form,
        "factors": queries.factors_of(request.user),
        "passkeys_url": queries.passkeys_url(),
        "codes_left": request.user.recovery_codes_left,
        "landing": landing_of(request.user),
        "portrait": getattr(form.instance, "portrait", None),
        "told_at": request.user.confirmed_at,
    }
    return render(request, "members/accounts/account.html", context)


@sensitive_post_parameters("current", "password")
@never_cache
@fresh_code_required
def change_password(request):
    """Change the password; other sessions end, this one goes on under a new key."""
    form = ChangePasswordForm(request.POST or None, user=request.user, request=request)
    if request.method == "POST" and form.is_valid():
        services.set_password(user=request.user, password=form.cleaned_data["password"], by=request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Lösenordet är bytt. Du är utloggad överallt utom här."))
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/accounts/change_password.html", {"form": form})


@never_cache
@verified_required
def confirm(request):
    """Ask for a code once more, before a change to what one logs in with."""
    form = CodeForm(request.POST or None, check=partial(services.verify_code, by=request.user))
    if request.method == "POST" and form.is_valid():
        raise_session(request, form.device)
        return go_on(request)
    return render(request, "members/accounts/confirm.html", {"form": form, "next": next_of(request)})
