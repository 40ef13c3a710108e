"""The clock and a coordinator at once."""

import pytest
from django.test import override_settings

from members.assignments import services
from members.assignments.models import Assignment
from members.forum.models import Thread
from tests.factories.assignments import AssignmentFactory
from tests.together import at_once

LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.mark.usefixtures("transactional_db")
@override_settings(TASKS=LATER)
def test_assignment_published_twice_at_once_opens_one_thread(world):
    pk = AssignmentFactory(network=world.network, thread=None).pk
    at_once([lambda: services.publish(assignment=Assignment.objects.get(pk=pk), by=None)] * 4)
    assert Assignment.objects.get(pk=pk).thread == Thread.objects.get()
