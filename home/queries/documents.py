"""What the files made from an invitation hold: calendar and PDF. Plain data in the language of the moment."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Locale

from home.models import InvitationPage
from home.queries.invitation import AFTERWARDS, FACTS, registration
from portal.core import calendars, richtext
from portal.core.pages import absolute, filled_in, unrestricted

STATES = {"coming": gettext_lazy("Anmälan har inte öppnat."), "closed": gettext_lazy("Anmälan är stängd.")}


def invitation_of(slug):
    """Return the published invitation to the network with that address, in the language of the moment, else None."""
    pages = unrestricted(InvitationPage.objects.live()).filter(slug=slug, locale_id=Locale.get_active().pk)
    return pages.select_related("network").first()


def kronor(amount):
    """Write whole kronor as the language writes them."""
    return _("%(amount)s kr") % {"amount": number_format(amount, force_grouping=True)}


# The calendar


def calendar(page):
    """Return the bytes of a calendar with the meetings whose day is set.

    A meeting is known by its network and number, so the Swedish and the English calendar hold the same events.
    """
    dated = [meeting for meeting in page.meetings.all() if meeting.date]
    return calendars.calendar([_event(page, meeting) for meeting in dated], name=page.title)


def _event(page, meeting):
    start, end = _span(meeting)
    return calendars.event(
        uid=f"inbjudan-{page.network_id}-{meeting.number}",
        stamp=page.last_published_at or timezone.now(),
        # Ids of revisions only rise, whichever page they are of.
        sequence=page.live_revision_id or 0,
        summary=meeting_name(page, meeting),
        start=start,
        end=end,
        location=meeting.place,
        description=page.lead,
        url=absolute(page.get_url()),
        status="CONFIRMED",
    )


def _span(meeting):
    """The start and end of a meeting: moments if its hour is set, else the whole day."""
    if meeting.starts is None:
        return meeting.date, None
    zone = timezone.get_default_timezone()
    start = datetime.datetime.combine(meeting.date, meeting.starts, zone)
    end = datetime.datetime.combine(meeting.date, meeting.ends, zone) if meeting.ends else None
    return start, end


def meeting_name(page, meeting):
    """Name one meeting of the series."""
    return _("%(network)s, träff %(number)s") % {"network": page.title, "number": meeting.number}


# The sheet that becomes a PDF


def sheet(page):
    """Return what templates/home/typst/invitation.typ reads."""
    network, state = page.network, registration(page.network)
    is_open = state in {"open", "late"}
    address = absolute(page.get_url())
    return {
        "title": page.title,
        "author": page.host or _("Nätverksportalen"),
        "description": page.lead,
        "language": get_language(),
        "portal": _("Nätverksportalen"),
        "address": address,
        "kicker": _("Inbjudan"),
        "lead": page.lead,
        "host": page.host,
        "facts": _facts(page, network),
        "state": STATES.get(state, ""),
        "apply": _apply(network) if is_open else None,
        "columns": _columns(filled_in(page, FACTS | AFTERWARDS)),
        "meetings": [meeting_row(meeting) for meeting in page.meetings.all()],
        "contacts": [_contact(contact) for contact in page.contacts.all()],
        "words": {
            "meetings": _("Träffarna"),
            "columns": [_("Träff"), _("När"), _("Tid"), _("Plats")],
            "contacts": _("Frågor?"),
        },
    }


def _columns(texts):
    """The texts with their headings in two columns of about the same height, in the order of reading."""
    sections = [
        {"heading": str(heading), "blocks": richtext.nested(richtext.blocks(text))} for _name, heading, text in texts
    ]
    # A heading takes the room of some three lines.
    heights = [len(text) + 150 for _name, _heading, text in texts]
    cut = min(range(len(sections) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return [sections[:cut], sections[cut:]]


def _facts(page, network):
    facts = [
        {"label": _("Sista anmälningsdag"), "value": _day(network.last_registration_date), "note": ""},
        {"label": _("Pris"), "value": kronor(network.price_per_person_kronor), "note": page.cost_note},
    ]
    if network.capacity:
        facts.append({"label": _("Antal platser"), "value": str(network.capacity), "note": ""})
    return facts


def _apply(network):
    url = absolute(reverse("registration:apply", args=[network.slug]))
    return {"label": _("Anmäl er organisation:"), "url": url, "shown": url.partition("://")[2]}


def meeting_row(meeting):
    """Return one row of the timetable in words."""
    times = [moment.strftime("%H:%M") for moment in (meeting.starts, meeting.ends) if meeting.starts and moment]
    return {
        "name": _("Träff %(number)s") % {"number": meeting.number},
        "when": _day(meeting.date) if meeting.date else meeting.when_text,
        "time": "–".join(times),
        "place": meeting.place,
    }


def _contact(contact):
    digits = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
    return {
        "name": contact.name,
        "role": contact.role,
        "email": contact.email,
        "phone": contact.phone,
        "tel": digits,
    }


def _day(date):
    return date_format(date, "j F Y")
