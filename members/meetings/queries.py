"""What a page about meetings shows, read in as few queries as it takes."""

from dataclasses import dataclass, field

from django.urls import reverse

from members.meetings.enums import Stage
from members.meetings.models import Material, VideoLink


@dataclass
class MaterialRow:
    """One file as the file list shows it."""

    title: str
    url: str
    extension: str
    size: int


@dataclass
class StageGroup:
    """The materials of one stage that belong to the meeting as a whole."""

    label: str
    files: list = field(default_factory=list)


@dataclass
class AgendaRow:
    """A point of the agenda with its own materials."""

    item: object
    files: list = field(default_factory=list)


def agenda_of(meeting):
    """Return (agenda rows, stage groups with something in them): two queries, however many files there are.

    Of a meeting that is previewed the agenda is what stands in the form; its materials are found by the item's uuid.
    """
    rows = {item.uuid: AgendaRow(item) for item in meeting.agenda_items.all()}
    groups = {stage: StageGroup(Stage(stage).label) for stage in Stage.values}
    materials = Material.objects.filter(meeting_id=meeting.pk).select_related("file") if meeting.pk else []
    for material in materials:
        row = rows.get(material.agenda_item_id)
        (row or groups[material.stage]).files.append(_row_of(material))
    return list(rows.values()), [group for group in groups.values() if group.files]


def materials_of(meeting):
    """Return all materials of a meeting with file and point of the agenda, for those who look after them."""
    return Material.objects.filter(meeting=meeting).select_related("file", "agenda_item").order_by("created_at", "pk")


def video_link_of(meeting):
    """Return the meeting's video link, or an empty string."""
    return VideoLink.objects.filter(meeting=meeting).values_list("url", flat=True).first() or ""


def _row_of(material):
    file = material.file
    return MaterialRow(
        title=material.title,
        url=reverse("files:download", args=[file.uuid]),
        extension=file.extension,
        size=file.size,
    )
