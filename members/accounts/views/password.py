"""A new password by mail: it neither logs in nor stands in for the second factor."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from members.accounts import services
from members.accounts.forms import EmailForm, NewPasswordForm
from members.accounts.views.doors import keep_to_ourselves
from portal.core.guard import sender


@never_cache
def reset_password(request):
    """Ask for the address; the answer is the same whether or not somebody has it."""
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_for_password_reset(email=form.cleaned_data["email"], sender=sender(request))
        except services.TooManyResets:
            form.add_error(None, _("Någon har bett om ovanligt många länkar härifrån. Vänta en timme och försök igen."))
        else:
            return HttpResponseRedirect(reverse("accounts:reset_sent"))
    return render(request, "members/accounts/reset_password.html", {"form": form})


def reset_sent(request):
    """Say where to look for the link."""
    return render(request, "members/accounts/reset_sent.html")


@sensitive_post_parameters("password")
@never_cache
def new_password(request, uid, token):
    """Choose a password with the link from the mail; opening the link changes nothing."""
    user = services.user_of_reset(uid=uid, token=token)
    if user is None:
        return keep_to_ourselves(render(request, "members/accounts/reset_expired.html", status=410))
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        services.set_password(user=user, password=form.cleaned_data["password"], by=user)
        messages.success(request, _("Lösenordet är bytt. Logga in med det nya."))
        return HttpResponseRedirect(reverse("accounts:login"))
    return keep_to_ourselves(render(request, "members/accounts/new_password.html", {"form": form}))
