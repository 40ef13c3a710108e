"""Forum categories, threads and posts, and how far people have read."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.text import slugify

from members.forum import services
from members.forum.models import Category, Post, ReadMark, Thread
from members.forum.services.posts import add_post
from portal.ops.seed.content.networks import founding_forum, running_forum, third
from portal.ops.seed.memory import moment


def fill(world):
    """Make the forums of all three networks; what was written in the running ones follows today."""
    everyone = ["ida", "leila", "rasmus", "david"]
    past = [(title, category, posts, everyone) for title, category, posts in founding_forum.THREADS]
    _forum(world, "founding", founding_forum.CATEGORIES, past)
    world.moving += _forum(world, "running", running_forum.CATEGORIES, running_forum.THREADS)
    world.moving += _forum(world, "third", third.CATEGORIES, third.THREADS)
    for key, opener in {**world.meetings, **world.assignments}.items():
        if opener.thread is not None:
            rows = _opened(world, opener, running_forum.OPENED.get(key, []))
            world.moving += [] if opener.network.is_archived else rows


def _opened(world, opener, texts):
    """The thread that a meeting or an assignment opened by itself: as old as what it is about, or its last post."""
    posts = [(world.people[person], _when(world, when), text) for person, when, text in texts]
    for by, _at, text in posts:
        add_post(thread=opener.thread, source=text, by=by)
    _set_clock(opener.thread, opener.first_published_at, [at for _by, at, _text in posts])
    return [opener.thread, *opener.thread.posts.all()]


def _forum(world, network, categories, threads):
    shelves = {
        name: Category.objects.create(
            network=world.networks[network], name=name, slug=slugify(name), description=description, sort_order=order
        )
        for order, (name, description) in enumerate(categories)
    }
    rows = []
    for title, category, texts, readers in threads:
        posts = [(world.people[person], _when(world, when), text) for person, when, text in texts]
        thread = _thread(shelves[category], title, posts)
        ReadMark.objects.bulk_create(
            [ReadMark(user=world.people[person], thread=thread, number=len(posts)) for person in readers],
            update_conflicts=True,
            unique_fields=["user", "thread"],
            update_fields=["number"],
        )
        rows += [thread, *thread.posts.all()]
    return rows


def _thread(category, title, posts):
    """Write the thread as its authors would, then set the clock back. Nobody is told of it."""
    author, _at, text = posts[0]
    thread = services.start_thread(category=category, title=title, source=text, by=author)
    thread.refresh_from_db()
    for by, _at, text in posts[1:]:
        add_post(thread=thread, source=text, by=by)
    _set_clock(thread, posts[0][1], [at for _by, at, _text in posts])
    return thread


def _set_clock(thread, started_at, written):
    """Give thread and posts the times that they are told to have; an archive's threads are locked."""
    for number, at in enumerate(written, start=1):
        Post.objects.filter(thread=thread, number=number).update(created_at=at)
    Thread.objects.filter(pk=thread.pk).update(
        created_at=started_at, last_post_at=max([started_at, *written]), is_locked=thread.network.is_archived
    )


def _when(world, when):
    """A text such as "2017-01-17 14:05", or "-3 14:05" for three days before the Monday of the week of seeding."""
    day, clock = when.split()
    if day.startswith("-"):
        return moment(world.day, int(day), time.fromisoformat(clock))
    return timezone.make_aware(datetime.fromisoformat(when))
