"""How organisations sign on, in Wagtail admin: listed, added, changed, switched on and off."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts.views.doors import fresh_code_required
from members.signon import services
from members.signon.forms import ProviderForm
from members.signon.models import Provider
from members.signon.views.journeys import way_back
from portal.core.access import require


@never_cache
def providers(request):
    """List them."""
    require(request.user, "signon.administer_provider")
    rows = Provider.objects.visible_to(request.user).select_related("organisation")
    context = {"providers": rows, "page_title": _("Inloggning för organisationer"), "header_icon": "key"}
    return render(request, "members/signon/admin/providers.html", context)


@never_cache
def add_provider(request):
    """Turn away who may not, before a code is asked for."""
    require(request.user, "signon.administer_provider")
    return _provider(request, None)


@never_cache
def provider(request, pk):
    """The same, for one that there is."""
    require(request.user, "signon.administer_provider")
    return _provider(request, get_object_or_404(Provider.objects.visible_to(request.user), pk=pk))


@fresh_code_required
def _provider(request, kept):
    """Show and change it."""
    form = ProviderForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        saved = services.save_provider(by=request.user, **form.cleaned_data)
        messages.success(request, _("Sparat."))
        return HttpResponseRedirect(reverse("signon_provider", args=[saved.pk]))
    context = {
        "form": form,
        "way_back": way_back(kept) if kept else "",
        "page_title": str(Provider.objects.get(pk=kept.pk)) if kept else _("Ny inloggning för en organisation"),
        "header_icon": "key",
    }
    return render(request, "members/signon/admin/provider.html", context)
