"""What the portal holds about oneself, to look at and to take along."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts import services
from members.accounts.models import Erasure
from members.accounts.views.doors import fresh_code_required
from portal.core import personal_data


@never_cache
@fresh_code_required
def my_data(request):
    """Show how much there is of what; hand it out as a ZIP file to whoever asks by POST."""
    if request.method == "POST":
        name = f"mina-uppgifter-{timezone.localdate():%Y-%m-%d}.zip"
        return FileResponse(services.export_own_data(by=request.user), as_attachment=True, filename=name)
    return render(request, "members/accounts/my_data.html", {"counts": personal_data.counts(request.user)})


@never_cache
@fresh_code_required
def erase(request):
    """Ask for one's account to be erased, or take that back as long as there is time."""
    if request.method == "POST":
        try:
            _ask_or_cancel(request)
        except services.RoleToHandOver:
            messages.error(
                request, _("Lämna först över din roll som nätverksledare eller administratör till någon annan.")
            )
        return HttpResponseRedirect(reverse("accounts:erase"))
    context = {"erasure": Erasure.objects.filter(user=request.user).first(), "days": settings.ERASURE_DAYS}
    return render(request, "members/accounts/erase.html", context)


def _ask_or_cancel(request):
    if "cancel" in request.POST:
        services.cancel_erasure(by=request.user)
        messages.success(request, _("Ditt konto blir kvar."))
    else:
        services.ask_for_erasure(by=request.user)
        messages.success(request, _("Din begäran är sparad. Du får ett mejl om den."))
