"""What the administrator decides about logging in, in Wagtail admin."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts import services
from members.accounts.forms import PolicyForm
from members.accounts.models import LoginPolicy
from members.accounts.views.doors import fresh_code_required
from portal.core.access import require


@never_cache
def policy(request):
    """Turn away who may not, before a code is asked for."""
    require(request.user, "accounts.administer_user")
    return _policy(request)


@fresh_code_required
def _policy(request):
    """Show and change the rules for logging in."""
    form = PolicyForm(request.POST or None, instance=LoginPolicy.today())
    if request.method == "POST" and form.is_valid():
        services.set_policy(by=request.user, **form.cleaned_data)
        messages.success(request, _("Reglerna är sparade."))
        return HttpResponseRedirect(reverse("accounts_policy"))
    title = _("Regler för inloggning")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}, {"url": "", "label": title}]
    context = {"page_title": title, "header_title": title, "header_icon": "lock", "breadcrumbs_items": crumbs}
    return render(request, "members/accounts/admin/policy.html", context | {"form": form})
