"""What the networks' pages read: names and counties of those who take part, and nothing more."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import F

from home.models import InvitationPage, NetworkPage, NetworkParagraph
from members.public import participating
from portal.core.counties import county_map
from portal.core.pages import unrestricted


@dataclass(frozen=True)
class Participant:
    """An organisation that takes part, with its approved paragraph if there is one."""

    name: str
    county_code: str
    paragraph: NetworkParagraph | None


def network_pages(locale_id):
    """Return the published pages of networks in a language, the running ones first. One query."""
    pages = unrestricted(NetworkPage.objects.live()).filter(locale_id=locale_id).select_related("network")
    return list(pages.order_by(F("network__archived_at").desc(nulls_first=True), "-network__first_meeting_at"))


def participants(page):
    """Return those who take part, in alphabetical order; a finished network's are those who took part. Two queries.

    A paragraph that nobody has approved is not shown, nor one of an organisation that takes part no more.
    """
    texts = {row.organisation_id: row for row in page.paragraphs.all() if row.is_approved}
    return [
        Participant(organisation.name, organisation.county_code, texts.get(organisation.pk))
        for organisation in participating(page.network)
    ]


def map_of(participants):
    """Return the map of how many take part in each county; none when no county is known."""
    counts = Counter(participant.county_code for participant in participants if participant.county_code)
    return county_map(counts) if counts else None


def invitation_to(page):
    """Return the published invitation to the network in the page's language, else None. One query."""
    pages = unrestricted(InvitationPage.objects.live()).filter(locale_id=page.locale_id, network_id=page.network_id)
    return pages.first()
