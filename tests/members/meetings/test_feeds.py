"""Meetings in people's calendars."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests.factories.meetings import MeetingFactory, VideoLinkFactory

pytestmark = pytest.mark.django_db


def fetch(client, meeting):
    response = client.get(reverse("meetings:calendar", args=[meeting.pk]))
    calendar = Calendar.from_ical(response.content)
    return response, calendar, calendar.walk("VEVENT")[0]


def test_calendar_holds_the_meeting_in_stockholms_time(client, login, world):
    starts_at = timezone.make_aware(datetime.datetime(2027, 3, 30, 10))
    meeting = MeetingFactory(network=world.network, number=2, starts_at=starts_at)
    VideoLinkFactory(meeting=meeting)
    response, calendar, event = fetch(login(client, world.amina), meeting)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="traff-2.ics"'
    assert response["Cache-Control"] == "private, no-store"
    assert "DTSTART;TZID=Europe/Stockholm:20270330T100000" in response.content.decode()
    assert event["dtstart"].dt.utcoffset() == datetime.timedelta(hours=2)
    assert event["location"] == "Folkets hus, Storgatan 1, Lindåsa"
    assert "https://video.example/rum/lindasa" in event["description"]
    assert event["url"].endswith(meeting.get_absolute_url())


def test_calendar_brings_summer_and_winter_time(client, login, world):
    starts_at = timezone.make_aware(datetime.datetime(2027, 10, 31, 0, 30))
    meeting = MeetingFactory(network=world.network, starts_at=starts_at)
    _response, calendar, event = fetch(login(client, world.amina), meeting)
    zone = calendar.walk("VTIMEZONE")[0]
    assert zone["tzid"] == "Europe/Stockholm"
    assert {part.name for part in zone.subcomponents} == {"DAYLIGHT", "STANDARD"}
    assert event["dtend"].dt - event["dtstart"].dt == datetime.timedelta(hours=6)


def test_identity_stays_and_sequence_rises_with_each_published_version(client, login, world):
    meeting = MeetingFactory(network=world.network)
    meeting.save_revision().publish()
    login(client, world.amina)
    _response, _calendar, before = fetch(client, meeting)
    meeting.refresh_from_db()
    meeting.title = "Ny rubrik"
    meeting.save_revision().publish()
    _response, _calendar, after = fetch(client, meeting)
    assert before["uid"] == after["uid"] == f"traff-{meeting.pk}@testserver"
    assert after["sequence"] > before["sequence"]
    assert after["summary"] == "Ny rubrik"
    assert after["status"] == "CONFIRMED"


def test_draft_is_tentative_in_its_coordinators_calendar(client, login, world):
    meeting = MeetingFactory(network=world.network, live=False, venue="", address="")
    _response, _calendar, event = fetch(login(client, world.david), meeting)
    assert (event["status"], event["sequence"], "location" in event) == ("TENTATIVE", 0, False)
