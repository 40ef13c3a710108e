"""The picture that one shows of oneself."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from members.accounts import services
from members.accounts.forms import PortraitForm
from members.accounts.models import User
from portal.core.access import require, verified_required


@never_cache
@verified_required
def portrait(request):
    """Choose a picture, another one, or who sees it."""
    account = User.objects.select_related("portrait").get(pk=request.user.pk)
    form = PortraitForm(request.POST or None, request.FILES or None, instance=account)
    form.fields["portrait"].required = not hasattr(account, "portrait")
    if request.method == "POST" and form.is_valid():
        require(request.user, "accounts.change_user", request.user)
        squares = form.cleaned_data.pop("portrait")
        services.change_details(account=request.user, by=request.user, **form.cleaned_data)
        if squares:
            services.set_portrait(squares=squares, by=request.user)
        messages.success(request, _("Din bild är sparad."))
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/accounts/portrait.html", {"form": form, "account": account})


@verified_required
@require_POST
def remove_portrait(request):
    """Show initials again."""
    require(request.user, "accounts.change_user", request.user)
    services.remove_portrait(by=request.user)
    messages.success(request, _("Din bild är borttagen."))
    return HttpResponseRedirect(reverse("accounts:account"))
