"""The clock and a coordinator at once."""

import pytest

from members.forum.models import Thread
from members.meetings import services
from members.meetings.models import Meeting
from tests.factories.meetings import MeetingFactory
from tests.together import at_once


@pytest.mark.usefixtures("transactional_db")
def test_meeting_published_twice_at_once_opens_one_thread(world):
    pk = MeetingFactory(network=world.network).pk
    jobs = [lambda: services.publish(meeting=Meeting.objects.get(pk=pk), by=None)] * 4
    at_once(jobs)
    assert Meeting.objects.get(pk=pk).thread == Thread.objects.get()
