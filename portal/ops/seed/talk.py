"""Forum categories, threads and posts, and how far people have read."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.text import slugify

from members.forum.models import Category, Follow, Post, ReadMark, Thread
from portal.ops.seed import prose
from portal.ops.seed.content.networks import founding_forum, running_forum, third


def fill(world):
    """Make the forums of all three networks; what was written in the running ones follows today."""
    everyone = ["ida", "leila", "rasmus", "david"]
    past = [(title, category, posts, everyone) for title, category, posts in founding_forum.THREADS]
    _forum(world, "founding", founding_forum.CATEGORIES, past)
    _forum(world, "running", running_forum.CATEGORIES, running_forum.THREADS)
    _forum(world, "third", third.CATEGORIES, third.THREADS)


def _forum(world, network, categories, threads):
    shelves = {
        name: Category.objects.create(
            network=world.networks[network], name=name, slug=slugify(name), description=description, sort_order=order
        )
        for order, (name, description) in enumerate(categories)
    }
    for title, category, posts, readers in threads:
        written = [(person, _when(when), text) for person, when, text in posts]
        thread = _thread(world, network, shelves[category], title, written)
        rows = [_post(world, network, thread, number, *post) for number, post in enumerate(written, start=1)]
        _readers(world, thread, {person for person, _at, _text in written}, readers)
        if network != "founding":
            world.moving += [thread, *rows]


def _thread(world, network, category, title, written):
    first, last = written[0], written[-1]
    thread = Thread.objects.create(
        network=category.network,
        category=category,
        title=title,
        author=world.people[first[0]],
        author_organisation=world.organisation_of(first[0], network).name,
        post_count=len(written),
        last_number=len(written),
        last_post_at=last[1],
        last_author=world.people[last[0]],
        is_locked=category.network.is_archived,
    )
    Thread.objects.filter(pk=thread.pk).update(created_at=first[1])
    return thread


def _post(world, network, thread, number, person, at, text):
    post = Post.objects.create(
        thread=thread,
        number=number,
        author=world.people[person],
        author_organisation=world.organisation_of(person, network).name,
        html=prose.html(text),
        source=prose.html(text),
    )
    Post.objects.filter(pk=post.pk).update(created_at=at)
    return post


def _readers(world, thread, writers, readers):
    """Everybody who wrote follows the thread; those who have read it to the end have no unread posts in it."""
    Follow.objects.bulk_create(Follow(user=world.people[person], thread=thread) for person in sorted(writers))
    ReadMark.objects.bulk_create(
        ReadMark(user=world.people[person], thread=thread, number=thread.last_number) for person in readers
    )


def _when(when):
    """A number is hours ago, a text a moment in Stockholm."""
    if isinstance(when, str):
        return timezone.make_aware(datetime.fromisoformat(when))
    return timezone.now() - timedelta(hours=when)
