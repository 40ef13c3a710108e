"""Categories, threads and posts."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from members.forum.enums import Sensitivity
from members.forum.models import Category, Follow, Post, ReadMark, Thread
from portal.core.markup import to_html
from tests.factories.accounts import UserFactory
from tests.factories.organisations import NetworkFactory


class CategoryFactory(DjangoModelFactory):
    """A category whose mails say who and which thread."""

    class Meta:
        model = Category

    network = factory.SubFactory(NetworkFactory)
    name = factory.Sequence(lambda number: f"Kategori {number}")
    slug = factory.Sequence(lambda number: f"kategori-{number}")
    sensitivity = Sensitivity.NETWORK


class ThreadFactory(DjangoModelFactory):
    """A thread without posts; PostFactory keeps its counters as the services do."""

    class Meta:
        model = Thread

    network = factory.SubFactory(NetworkFactory)
    category = factory.SubFactory(CategoryFactory, network=factory.SelfAttribute("..network"))
    title = factory.Sequence(lambda number: f"Tråd {number}")
    author = factory.SubFactory(UserFactory)
    author_organisation = "Lindåsa kommun"


class PostFactory(DjangoModelFactory):
    """The next post of a thread."""

    class Meta:
        model = Post
        skip_postgeneration_save = True

    thread = factory.SubFactory(ThreadFactory)
    number = factory.LazyAttribute(lambda post: post.thread.last_number + 1)
    author = factory.SelfAttribute("thread.author")
    author_organisation = "Lindåsa kommun"
    source = factory.Sequence(lambda number: f"Inlägg {number} om lägesbilden.")
    html = factory.LazyAttribute(lambda post: to_html(post.source))

    @factory.post_generation
    def counted(self, create, extracted, **kwargs):
        """Move the thread's counters on."""
        if not create:
            return
        thread = self.thread
        thread.last_number = max(thread.last_number, self.number)
        thread.post_count += not self.deleted_at
        thread.last_post_at = timezone.now()
        thread.last_author = self.author
        thread.save()

    class Params:
        removed = factory.Trait(deleted_at=factory.LazyFunction(timezone.now))


class ReadMarkFactory(DjangoModelFactory):
    """How far somebody has read."""

    class Meta:
        model = ReadMark

    user = factory.SubFactory(UserFactory)
    thread = factory.SubFactory(ThreadFactory)


class FollowFactory(DjangoModelFactory):
    """Somebody follows a thread."""

    class Meta:
        model = Follow

    user = factory.SubFactory(UserFactory)
    thread = factory.SubFactory(ThreadFactory)
