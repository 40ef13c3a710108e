"""Meetings for people's own calendars."""

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from members.meetings.models import Meeting
from members.organisations.access import look_at, member_required
from portal.core import calendars
from portal.core.access import get_visible_or_404


@require_safe
@member_required
def calendar(request, pk):
    """One meeting as an .ics file. Fetched again after a change it updates what the calendar has."""
    meetings = Meeting.objects.select_related("network", "video_link")
    meeting = get_visible_or_404(meetings, request.user, pk)
    look_at(request, meeting.network_id)
    response = HttpResponse(calendar_of(meeting), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"traff-{meeting.number}.ics")
    response["Cache-Control"] = "private, no-store"
    return response


def calendar_of(meeting):
    """Return the bytes of a calendar with the meeting in it.

    The UID never changes and the SEQUENCE rises with each version that is published.
    """
    link = getattr(meeting, "video_link", None)
    page = f"{settings.SITE_URL}{meeting.get_absolute_url()}"
    event = calendars.event(
        uid=f"traff-{meeting.pk}",
        stamp=meeting.last_published_at or timezone.now(),
        sequence=meeting.live_revision_id or 0,
        summary=meeting.title,
        start=meeting.starts_at,
        end=meeting.ends_at,
        location=", ".join(part for part in (meeting.venue, meeting.address) if part),
        description="\n".join(part for part in (link and link.url, page) if part),
        url=page,
        status="CONFIRMED" if meeting.live else "TENTATIVE",
    )
    return calendars.calendar([event])
