"""Calendar files (RFC 5545) that calendar programs update instead of doubling."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

# Named, not imported: the library takes 13 MB of every worker's memory, and few of them ever need it.
CALENDAR, EVENT = "icalendar.Calendar", "icalendar.Event"

# From a year before to a year after: every change between summer and winter time that could matter.
AROUND = timedelta(days=366)


def host():
    """Return the portal's host name, which makes a UID the portal's own."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def event(*, uid, stamp, sequence, summary, start, end=None, **more):
    """Return one event.

    `uid` never changes and `sequence` rises with each version: that is how a program knows what to update. Times are
    aware and written in Stockholm's zone, so that ten o'clock stays ten o'clock when the clocks change; a `start`
    that is a date gives a whole day, or whole days to `end` included. What is empty of `more` is left out.
    """
    made = import_string(EVENT)()
    made.add("uid", f"{uid}@{host()}")
    made.add("dtstamp", stamp)
    made.add("sequence", sequence)
    made.add("summary", summary)
    made.add("dtstart", _local(start))
    if isinstance(start, datetime):
        if end is not None:
            made.add("dtend", _local(end))
    else:
        # The end of a whole day is the day after: the standard does not count it in.
        made.add("dtend", (end or start) + timedelta(days=1))
    for name, value in more.items():
        if value:
            made.add(name, value)
    return made


def _local(moment):
    return moment.astimezone(timezone.get_default_timezone()) if isinstance(moment, datetime) else moment


def calendar(events, *, name=""):
    """Return the bytes of a calendar file with those events, the rules of its time zone included."""
    made = import_string(CALENDAR)()
    made.add("version", "2.0")
    made.add("prodid", f"-//{host()}//Natverksportalen//SV")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    if name:
        made.add("x-wr-calname", name)
    for one in events:
        made.add_component(one)
    timed = [one.start for one in events if isinstance(one.start, datetime)]
    if timed:
        made.add_missing_timezones(first_date=(min(timed) - AROUND).date(), last_date=(max(timed) + AROUND).date())
    return made.to_ical()
