"""What these tests stand on, and what they say often."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories.forum import CategoryFactory, PostFactory, ThreadFactory


@pytest.fixture
def category(world):
    return CategoryFactory(network=world.network, name="Lägesbild", slug="lagesbild")


@pytest.fixture
def thread(world, category):
    """Bo's thread with two posts."""
    thread = ThreadFactory(network=world.network, category=category, title="Hur gör ni?", author=world.bo)
    PostFactory(thread=thread, source="En **fråga**.")
    PostFactory(thread=thread, author=world.cecilia, author_organisation="Norrviks kommun", source="Ett svar.")
    return thread


def titles(response):
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', response.content.decode())


def at(name, thread, number=None):
    return reverse(f"forum:{name}", args=[thread.pk] if number is None else [thread.pk, number])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]
