"""Threads: started, opened for a meeting or an assignment, moderated, removed."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from members.audit.services import record
from members.forum.enums import Shelf
from members.forum.models import Category, Post, Thread
from members.forum.services.posts import add_post, organisation_name
from members.notifications import services as notifications
from members.notifications.registry import key_of


def start_thread(*, category, title, source, by, organisation=None, submission_key=None):
    """Start a thread with its first post; its author follows it.

    Sending the same `submission_key` again gives the thread of the first time: the constraint on the post decides,
    so it holds between processes too.
    """
    try:
        sent = {"organisation": organisation, "submission_key": submission_key}
        return _start(category=category, title=title, source=source, by=by, **sent)
    except IntegrityError:
        sent = Post.objects.select_related("thread").filter(author=by, submission_key=submission_key)
        already = sent.first() if submission_key is not None else None
        if already is None:
            raise
        return already.thread


@transaction.atomic
def _start(*, category, title, source, by, organisation, submission_key):
    thread = _make_thread(category=category, title=title, by=by, organisation=organisation)
    add_post(thread=thread, source=source, by=by, organisation=organisation, submission_key=submission_key)
    record(action="forum.start_thread", by=by, obj=thread, network=category.network)
    return thread


def _make_thread(*, category, title, by, organisation=None):
    return Thread.objects.create(
        network_id=category.network_id,
        category=category,
        title=title,
        author=by,
        author_organisation=organisation_name(by, category.network_id, organisation) if by is not None else "",
    )


@transaction.atomic
def open_shelf(*, network, shelf, by):
    """Return the network's category by the shelf's address; make it when there is none."""
    shelf = Shelf(shelf)
    order = 0 if shelf == Shelf.GENERAL else 90
    category, made = Category.objects.get_or_create(
        network=network, slug=shelf.value, defaults={"name": shelf.label, "sort_order": order}
    )
    if made:
        record(action="forum.open_shelf", by=by, obj=category, network=network)
    return category


@transaction.atomic
def open_thread_for(*, network, title, by, shelf, source=""):
    """Open the thread of a meeting or an assignment, on the shelf where such threads stand (enums.Shelf).

    The category is made when the network has none by that address. Without `source` the thread is empty until
    somebody writes. `by` may be None, for the portal itself, as long as there is no text.
    """
    category = open_shelf(network=network, shelf=shelf, by=by)
    thread = _make_thread(category=category, title=title[:200], by=by)
    if source:
        add_post(thread=thread, source=source, by=by)
    record(action="forum.open_thread", by=by, obj=thread, network=network)
    return thread


@transaction.atomic
def rename_thread(*, thread, title, by):
    """Give the thread another title; meetings and assignments call it when theirs change."""
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    if thread.title != title[:200]:
        thread.title = title[:200]
        thread.save(update_fields=["title"])
        record(action="forum.rename_thread", by=by, obj=thread, network=thread.network, fields=["title"])
    return thread


@transaction.atomic
def moderate_thread(*, thread, title, category, is_pinned, is_locked, by):
    """Rename, move, pin and lock, in one; the record names what has changed. Moves stay within the network."""
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    if category.network_id != thread.network_id:
        raise ValueError("A thread is never moved to another network.")
    wanted = {"title": title, "category": category, "is_pinned": is_pinned, "is_locked": is_locked}
    changed = [name for name, value in wanted.items() if getattr(thread, name) != value]
    for name in changed:
        setattr(thread, name, wanted[name])
    if changed:
        thread.save(update_fields=changed)
        record(action="forum.moderate_thread", by=by, obj=thread, network=thread.network, fields=changed)
    return thread


@transaction.atomic
def remove_thread(*, thread, by):
    """Take a whole thread away from everybody but coordinators, and its title out of everybody's notices."""
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    if not thread.is_removed:
        thread.removed_at = timezone.now()
        thread.save(update_fields=["removed_at"])
        notifications.forget(key=key_of(thread), by=by)
        record(action="forum.remove_thread", by=by, obj=thread, network=thread.network)
    return thread


@transaction.atomic
def restore_thread(*, thread, by):
    """Put a removed thread back where it was."""
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    if thread.is_removed:
        thread.removed_at = None
        thread.save(update_fields=["removed_at"])
        record(action="forum.restore_thread", by=by, obj=thread, network=thread.network)
    return thread
