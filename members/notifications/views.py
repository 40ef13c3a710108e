"""The pages of notices. Open to every account with a second factor: whoever has no notices has an empty list."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.notifications import queries, services
from members.notifications.forms import SettingsForm
from members.notifications.models import Notification
from portal.core.access import get_visible_or_404, verified_required
from portal.core.templatetags.portal import address


@require_safe
@verified_required
def index(request):
    """What has happened that concerns me."""
    notices = queries.latest_notices(request.user)
    context = {"notices": notices, "has_unread": any(notice.read_at is None for notice in notices)}
    return render(request, "members/notifications/index.html", context)


@require_safe
@verified_required
def notice(request, pk):
    """Lead to what the notice is about. Marks it as read: a read mark, which GET may set."""
    found = get_visible_or_404(Notification.objects, request.user, pk)
    services.mark_read(keys=[found.key], by=request.user)
    return redirect(address(found.url))


@require_POST
@verified_required
def mark_all_read(request):
    """Mark everything as read."""
    services.mark_all_read(by=request.user)
    messages.success(request, _("Alla aviseringar är markerade som lästa."))
    return redirect("notifications:index")


@require_http_methods(["GET", "HEAD", "POST"])
@verified_required
def settings(request):
    """Choose what to have by mail too."""
    # Not `request.POST or None`: no box ticked is an answer too.
    sent = request.POST if request.method == "POST" else None
    form = SettingsForm(sent, choices=queries.mail_choices(request.user))
    if form.is_valid():
        services.choose_mail(choices=form.choices(), by=request.user)
        messages.success(request, _("Dina val är sparade."))
        return redirect("notifications:settings")
    return render(request, "members/notifications/settings.html", {"form": form})
