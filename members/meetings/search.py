"""What meetings offer to search: the meetings themselves, and their materials by title."""

from members.meetings.models import Material, Meeting
from portal.core.textsearch import Hit, containing


def search_meetings(*, user, words, limit):
    """Return the meetings with the words, the latest first."""
    meetings = Meeting.objects.visible_to(user).filter(containing(words, "title", "venue"))
    return [
        Hit(title=meeting.title, url=meeting.get_absolute_url(), meta=meeting.venue, at=meeting.starts_at)
        for meeting in meetings.order_by("-starts_at")[:limit]
    ]


def search_materials(*, user, words, limit):
    """Return the materials with the words in their title or file name, the latest first; each leads to its meeting."""
    materials = Material.objects.visible_to(user).filter(containing(words, "title", "file__name"))
    return [
        Hit(title=material.title, url=material.meeting.get_absolute_url(), meta=material.meeting.title)
        for material in materials.select_related("meeting").order_by("-created_at", "-pk")[:limit]
    ]
