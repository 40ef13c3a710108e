"""Meetings for people's own calendars."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from members.meetings.models import Meeting
from members.organisations.access import look_at, member_required
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
    """Return the bytes of a calendar with the meeting in it (RFC 5545), its own time zone included.

    The UID never changes and the SEQUENCE rises with each version that is published.
    """
    zone = timezone.get_default_timezone()
    host = urlsplit(settings.SITE_URL).hostname
    link = getattr(meeting, "video_link", None)
    page = f"{settings.SITE_URL}{meeting.get_absolute_url()}"
    event = Event()
    event.add("uid", f"traff-{meeting.pk}@{host}")
    event.add("dtstamp", meeting.last_published_at or timezone.now())
    event.add("sequence", meeting.live_revision_id or 0)
    event.add("summary", meeting.title)
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    event.add("location", ", ".join(part for part in (meeting.venue, meeting.address) if part))
    event.add("description", "\n".join(part for part in (link and link.url, page) if part))
    event.add("url", page)
    event.add("status", "CONFIRMED" if meeting.live else "TENTATIVE")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{host}//Natverksportalen//SV")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    # From a year before to a year after: every change between summer and winter time that could matter.
    calendar.add_missing_timezones(
        first_date=(meeting.starts_at - timedelta(days=366)).date(),
        last_date=(meeting.ends_at + timedelta(days=366)).date(),
    )
    return calendar.to_ical()
