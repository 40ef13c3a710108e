"""The pages of meetings in the extranet."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members.meetings.models import Meeting
from members.meetings.queries import agenda_of
from members.organisations.access import look_at, member_required
from portal.core.access import get_visible_or_404, may


@require_safe
@member_required
def index(request):
    """The meetings of the network: those to come, the next first, and those that have been."""
    meetings = list(Meeting.objects.visible_to(request.user).filter(network=request.network).order_by("starts_at"))
    now = timezone.now()
    upcoming = [meeting for meeting in meetings if meeting.ends_at > now]
    past = [meeting for meeting in meetings if meeting.ends_at <= now]
    return render(request, "members/meetings/index.html", {"upcoming": upcoming, "past": past[::-1]})


@require_safe
@member_required
def meeting(request, pk):
    """One meeting: when and where, the agenda, and the materials where they belong."""
    meetings = Meeting.objects.select_related("network", "video_link", "thread")
    found = get_visible_or_404(meetings, request.user, pk)
    look_at(request, found.network_id)
    return show(request, found, may_change=may(request.user, "meetings.change_meeting", found))


def show(request, found, *, may_change=False):
    """Answer with the page of a meeting."""
    agenda, materials = agenda_of(found)
    context = {
        "meeting": found,
        "agenda": agenda,
        "materials": materials,
        "video_link": getattr(found, "video_link", None) if found.pk else None,
        "may_change": may_change,
        "is_past": found.ends_at <= timezone.now(),
    }
    return render(request, "members/meetings/meeting.html", context)


def preview(request, found):
    """Show the draft as participants would see it; Wagtail has asked for permission already."""
    request.network = found.network
    request.memberships = []
    return show(request, found)
