"""Meetings with what belongs to them."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from members.meetings.models import AgendaItem, Material, Meeting, VideoLink
from tests.factories.files import PrivateFileFactory
from tests.factories.organisations import NetworkFactory


class MeetingFactory(DjangoModelFactory):
    """A published meeting two weeks from now, ten to four."""

    class Meta:
        model = Meeting

    network = factory.SubFactory(NetworkFactory)
    number = factory.Sequence(lambda number: number + 1)
    title = factory.Sequence(lambda number: f"Träff {number}: vår lägesbild")
    starts_at = factory.LazyFunction(lambda: at_ten(timezone.localdate() + datetime.timedelta(days=14)))
    ends_at = factory.LazyAttribute(lambda meeting: meeting.starts_at + datetime.timedelta(hours=6))
    venue = "Folkets hus"
    address = "Storgatan 1, Lindåsa"
    live = True


class AgendaItemFactory(DjangoModelFactory):
    """A point of the agenda."""

    class Meta:
        model = AgendaItem

    sort_order = factory.Sequence(lambda number: number)
    meeting = factory.SubFactory(MeetingFactory)
    starts_at = datetime.time(10, 15)
    ends_at = datetime.time(11, 0)
    title = factory.Sequence(lambda number: f"Programpunkt {number}")
    speaker = "Maja Berg, Lindåsa kommun"


class VideoLinkFactory(DjangoModelFactory):
    """A link for those who follow at a distance."""

    class Meta:
        model = VideoLink

    meeting = factory.SubFactory(MeetingFactory)
    url = "https://video.example/rum/lindasa"


class MaterialFactory(DjangoModelFactory):
    """A file to read before the meeting."""

    class Meta:
        model = Material

    meeting = factory.SubFactory(MeetingFactory)
    file = factory.SubFactory(PrivateFileFactory)
    title = factory.Sequence(lambda number: f"Underlag {number}")


def at_ten(day):
    """Ten in the morning in Stockholm."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(10)))
