"""What the pages of the public site read."""

import datetime

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from home.models import InvitationPage, NewsPage, PortalSettings
from members.public import RegistrationState
from portal.core.pages import PublicPage, absolute, unrestricted
from portal.core.search import ranked_ids

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
    """Return the published invitations in a language, those to the newest network first. One query."""
    pages = unrestricted(InvitationPage.objects.live()).filter(locale_id=locale_id)
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
    }
    if meeting.ends:
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


def news(locale_id):
    """Return the published news in a language, newest first."""
    return unrestricted(NewsPage.objects.live()).filter(locale_id=locale_id).order_by("-date", "-first_published_at")


def findable(locale_id):
    """Return the pages that anybody may find: published, unrestricted, in that language."""
    return Page.objects.live().public().filter(locale_id=locale_id, depth__gt=1)


def search(text):
    """Return the ids of the pages that match in the language of the address, best first."""
    return ranked_ids(findable(Locale.get_active().pk), text)


def pages_in_order(ids):
    """Return the pages with those ids, as their own types, in that order."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [found[pk] for pk in ids if pk in found]


def mapped():
    """Return what a search engine may list: public pages of every language that are no demonstration."""
    invented = [
        model.objects.filter(is_demonstration=True).order_by().values("pk")
        for model in apps.get_models()
        if issubclass(model, PublicPage)
    ]
    hidden = invented[0].union(*invented[1:], all=True)
    pages = Page.objects.live().public().filter(depth__gt=1).exclude(pk__in=list(hidden.values_list("pk", flat=True)))
    return pages.order_by("path")
