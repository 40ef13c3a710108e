"""Meetings of the three networks, with agenda and materials."""

from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from members.meetings import services
from members.meetings.models import AgendaItem, Material, Meeting
from portal.ops.seed import documents, prose
from portal.ops.seed.content.networks import founding_meetings, materials, running_meetings, third
from portal.ops.seed.memory import moment


def fill(world):
    """Make the meetings of all three networks; those of the running ones follow today."""
    _series(world, "founding", founding_meetings.MEETINGS, by=world.people["david"])
    _series(world, "running", running_meetings.MEETINGS, by=world.people["david"])
    _series(world, "third", third.MEETINGS, by=world.people["henrik"])


def _series(world, network, texts, *, by):
    for number, text in enumerate(texts, start=1):
        starts_at, ends_at = _hours(world, text)
        published_at = min(starts_at - timedelta(days=30), moment(world.day, -40))
        meeting = Meeting.objects.create(
            network=world.networks[network],
            number=number,
            title=text["title"],
            starts_at=starts_at,
            ends_at=ends_at,
            venue=text["venue"],
            address=text["city"],
            intro=prose.stream(text["summary"]),
            first_published_at=published_at,
            last_published_at=published_at,
            is_demonstration=True,
        )
        world.meetings[text["key"]] = meeting
        items = [_item(meeting, order, item) for order, item in enumerate(text["agenda"])]
        _materials(meeting, items, text["materials"], by=by)
        services.publish(meeting=meeting, by=by)
        if "video_url" in text:
            services.set_video_link(meeting=meeting, url=text["video_url"], by=by)
        if "days" in text:
            world.moving.append(meeting)


def _hours(world, text):
    if "days" in text:
        return moment(world.day, text["days"], text["start"]), moment(world.day, text["days"], text["end"])
    return tuple(timezone.make_aware(datetime.combine(text["date"], text[edge])) for edge in ("start", "end"))


def _item(meeting, order, item):
    starts_at, ends_at, title, speaker, text = item
    return AgendaItem.objects.create(
        meeting=meeting, sort_order=order, starts_at=starts_at, ends_at=ends_at, title=title, speaker=speaker, text=text
    )


def _materials(meeting, items, texts, *, by):
    for stage, place, title, name in texts:
        [material] = services.add_materials(
            meeting=meeting,
            uploads=[upload(name)],
            by=by,
            stage=stage,
            agenda_item=None if place is None else items[place],
            title=title,
        )
        Material.objects.filter(pk=material.pk).update(created_at=meeting.last_published_at)


def upload(name):
    """Return the demonstration's file of that name, as if somebody had uploaded it."""
    if name in materials.TABLES:
        content = documents.make(name, rows=materials.TABLES[name])
    else:
        heading, paragraphs = materials.TEXTS[name]
        content = documents.make(name, heading=heading, paragraphs=paragraphs)
    file = ContentFile(content, name=name)
    file.content_type = documents.CONTENT_TYPES[name.rpartition(".")[2]]
    return file
