"""What the invitations' pages read."""

import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import InvitationMeeting, InvitationPage, PortalSettings
from members.public import RegistrationState
from portal.core.pages import absolute, unrestricted

# The rich texts of an invitation with their headings: those before the timetable, and the one after it.
FACTS = {
    "background": _("Bakgrund"),
    "purpose": _("Syfte"),
    "goal": _("Mål"),
    "target_group": _("Vem nätverket är för"),
    "requirements": _("Det här krävs av er"),
    "approach": _("Så arbetar nätverket"),
}
AFTERWARDS = {"registration_note": _("När ni har anmält er")}


def registration(network):
    """Return where registration stands: open, late, closed, or coming when it has not opened yet."""
    state = network.registration_state
    if state == RegistrationState.CLOSED and _is_coming(network):
        return "coming"
    return state.value


def _is_coming(network):
    is_over = network.is_archived or timezone.now() >= network.registration_closes_at
    return not is_over and timezone.localdate() < network.registration_opens_date


def invitations(locale_id):
    """Return the published invitations in a language, those to the newest network first, with their next meeting's day.

    One query.
    """
    coming = InvitationMeeting.objects.filter(page=OuterRef("pk"), date__gte=timezone.localdate()).order_by("date")
    pages = unrestricted(InvitationPage.objects.live()).filter(locale_id=locale_id)
    pages = pages.annotate(next_meeting_date=Subquery(coming.values("date")[:1]))
    return list(pages.select_related("network").order_by("-network__first_meeting_at"))


def open_invitation(pages):
    """Return the first of the invitations that can be answered now, else None."""
    return next((page for page in pages if page.network.registration_state != RegistrationState.CLOSED), None)


def named_invitation(request, pages):
    """Return the invitation that the site's settings name; without one the open, else the newest, else None."""
    network_id = PortalSettings.for_request(request).invitation_network_id
    named = next((page for page in pages if page.network_id == network_id), None)
    return named or open_invitation(pages) or next(iter(pages), None)


def events(page, meetings):
    """Return the dated meetings of an invitation as schema.org events."""
    return [_event(page, meeting) for meeting in meetings if meeting.date]


def _event(page, meeting):
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{page.title} ({meeting.number})",
        "startDate": _moment(meeting.date, meeting.starts),
        "url": absolute(page.url),
        "description": page.lead,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
    }
    if meeting.starts and meeting.ends:
        event["endDate"] = _moment(meeting.date, meeting.ends)
    if meeting.place:
        event["location"] = {"@type": "Place", "name": meeting.place, "address": meeting.place}
    if page.host:
        event["organizer"] = {"@type": "Organization", "name": page.host}
    return event


def _moment(date, time):
    if time is None:
        return date.isoformat()
    return datetime.datetime.combine(date, time, timezone.get_default_timezone()).isoformat()
