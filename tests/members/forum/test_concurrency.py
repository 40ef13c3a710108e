"""Many people at once."""

import uuid

import pytest
from django.test import override_settings

from members.forum import services
from members.forum.models import Thread
from tests.factories.forum import CategoryFactory
from tests.together import at_once

LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def thread(transactional_db, world):
    category = CategoryFactory(network=world.network)
    with override_settings(TASKS=LATER):
        yield services.start_thread(category=category, title="Fråga", source="Text", by=world.bo)


def test_replies_at_once_get_each_their_number(world, thread):
    people = [world.amina, world.bo, world.cecilia, world.david] * 2
    jobs = [lambda by=by: services.reply(thread=thread, source="Svar", by=by).number for by in people]
    assert sorted(at_once(jobs)) == list(range(2, 10))
    thread = Thread.objects.get()
    assert (thread.post_count, thread.last_number) == (9, 9)


def test_form_sent_many_times_at_once_gives_one_post(world, thread):
    key = uuid.uuid4()
    sent = {"thread": thread, "source": "Svar", "by": world.amina, "submission_key": key}
    assert len(set(at_once([lambda: services.reply(**sent).pk] * 6))) == 1
    assert Thread.objects.get().post_count == 2


def test_thread_started_many_times_at_once_is_one(world, thread):
    key = uuid.uuid4()
    sent = {"category": thread.category, "title": "Ny", "source": "Text", "by": world.amina, "submission_key": key}
    assert len(set(at_once([lambda: services.start_thread(**sent).pk] * 6))) == 1
    assert Thread.objects.count() == 2


def test_removing_and_restoring_at_once_keeps_the_count(world, thread):
    posts = [services.reply(thread=thread, source="Svar", by=world.amina) for _ in range(4)]
    at_once([lambda post=post: services.remove_post(post=post, by=world.amina) for post in posts * 2])
    assert Thread.objects.get().post_count == 1
    at_once([lambda post=post: services.restore_post(post=post, by=world.amina) for post in posts * 2])
    assert Thread.objects.get().post_count == 5
