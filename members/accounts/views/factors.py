"""One's own second factors, of whatever kind: named and removed. Adding has a page for each kind."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts import queries, services
from members.accounts.forms import FactorNameForm
from members.accounts.views.doors import fresh_code_required


@never_cache
@fresh_code_required
def rename_factor(request, kind, pk):
    """Give a factor a name that one knows it by."""
    device = _own_factor_or_404(request, kind, pk)
    form = FactorNameForm(request.POST or None, initial={"name": device.name})
    if request.method == "POST" and form.is_valid():
        services.rename_factor(device=device, name=form.cleaned_data["name"], by=request.user)
        messages.success(request, _("Namnet är ändrat."))
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/accounts/rename_factor.html", {"form": form, "device": device})


@never_cache
@fresh_code_required
def remove_factor(request, kind, pk):
    """Remove one of several factors, after a question."""
    device = _own_factor_or_404(request, kind, pk)
    if request.method == "POST":
        try:
            services.remove_factor(device=device, by=request.user)
        except services.LastFactor:
            messages.error(request, _("Det är ditt enda andra sätt att visa vem du är. Lägg till ett nytt först."))
        else:
            messages.success(request, _("Borttaget. Den som hade loggat in så är utloggad."))
        return HttpResponseRedirect(reverse("accounts:account"))
    context = {"device": device, "kind": device._meta.verbose_name}
    return render(request, "members/accounts/remove_factor.html", context)


def _own_factor_or_404(request, kind, pk):
    device = queries.factor_of(request.user, kind, pk)
    if device is None:
        raise Http404
    return device
