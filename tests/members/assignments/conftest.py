"""What these tests stand on, and what they say often."""

import pytest
from django.urls import reverse

from tests.factories.assignments import (
    AssignmentFactory,
    QuestionFactory,
)
from tests.factories.meetings import MeetingFactory


@pytest.fixture
def question(world):
    meeting = MeetingFactory(network=world.network)
    return QuestionFactory(assignment=AssignmentFactory(network=world.network, before_meeting=meeting))


@pytest.fixture
def amina(client, world, login):
    return login(client, world.amina)


def address(name, thing, *rest):
    return reverse(f"assignments:{name}", args=[thing.pk, *rest])


def name_of(question):
    return f"svar_{question.uuid.hex}"


def posted(question, text, **more):
    return {"edit_number": "0", "visibility": "internal", name_of(question): text, **more}


def page(response):
    return " ".join(response.content.decode().split())
