"""Where one is logged in, and logging out there."""

from django.contrib import auth, messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from members.accounts import queries, services
from members.accounts.models import RememberedDevice, Session
from members.accounts.views.doors import leave_nothing
from portal.core.access import get_visible_or_404, verified_required


@never_cache
@verified_required
def sessions(request):
    """List the browsers that are logged in as me: with what, since when and when last."""
    rows = queries.sessions_of(request.user, current=request.session.session_key)
    context = {"sessions": rows, "remembered": queries.remembered_of(request.user)}
    return render(request, "members/accounts/sessions.html", context)


@require_POST
@never_cache
@verified_required
def end_session(request, pk):
    """Log one browser out; no code is asked for, so that nobody hesitates."""
    services.end_session(session=get_visible_or_404(Session.objects, request.user, pk), by=request.user)
    messages.success(request, _("Utloggad där."))
    return HttpResponseRedirect(reverse("accounts:sessions"))


@require_POST
@never_cache
@verified_required
def end_all_sessions(request):
    """Log every browser out, this one too."""
    services.end_all_sessions(by=request.user)
    auth.logout(request)
    messages.success(request, _("Du är utloggad överallt."))
    return leave_nothing(HttpResponseRedirect(reverse("accounts:login")))


@require_POST
@never_cache
@verified_required
def forget_device(request, pk):
    """Ask for a code in that browser again."""
    device = get_visible_or_404(RememberedDevice.objects, request.user, pk)
    services.forget_device(device=device, by=request.user)
    messages.success(request, _("Enheten är glömd. Koden behövs där nästa gång."))
    return HttpResponseRedirect(reverse("accounts:sessions"))
