"""Posts: written, changed, removed, put back."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.forum.models import Follow, Post, ReadMark, Thread
from members.forum.services.telling import tell_of_post
from members.organisations.access import coordinated_network_ids, memberships_of
from portal.core.markup import to_html
from portal.core.shared_texts import mark_of


class ThreadIsLocked(Exception):
    """The coordinator has locked the thread: only coordinators write in it."""


class StaleEdit(Exception):
    """The post was changed in another window since it was opened; nothing was saved. `post` is as it stands."""

    def __init__(self, post):
        super().__init__(post)
        self.post = post


class TooLateToRestore(Exception):
    """The post was removed too long ago, or by somebody else."""


@transaction.atomic
def reply(*, thread, source, by, organisation=None, submission_key=None):
    """Write the next post of the thread, for that one of the person's organisations.

    Sending the same `submission_key` again gives the post of the first time. Numbers are given under a lock on the
    thread's row, so they have no gaps and no doubles. Raises ThreadIsLocked for whoever may not write in it any more.
    """
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    if submission_key is not None:
        already = Post.objects.filter(author=by, submission_key=submission_key).first()
        if already is not None:
            return already
    if thread.is_locked and thread.network_id not in coordinated_network_ids(by):
        raise ThreadIsLocked
    sent = {"organisation": organisation, "submission_key": submission_key}
    post = add_post(thread=thread, source=source, by=by, is_to_be_told=True, **sent)
    record(action="forum.reply", by=by, obj=post, network=thread.network)
    # In the transaction, not after it: the task commits with the post or not at all.
    tell_of_post.enqueue(post.pk)
    return post


def add_post(*, thread, source, by, organisation=None, submission_key=None, is_to_be_told=False):
    """Add a post to a thread whose row is locked, and keep its counters; the author follows it from now on."""
    number = thread.last_number + 1
    post = Post.objects.create(
        thread=thread,
        number=number,
        author=by,
        author_organisation=organisation_name(by, thread.network_id, organisation),
        source=source,
        html=to_html(source),
        submission_key=submission_key,
        is_to_be_told=is_to_be_told,
    )
    thread.last_number = number
    thread.post_count += 1
    thread.last_post_at = post.created_at
    thread.last_author = by
    thread.save(update_fields=["last_number", "post_count", "last_post_at", "last_author"])
    # Whoever has muted the thread keeps it so.
    Follow.objects.bulk_create([Follow(user=by, thread=thread)], ignore_conflicts=True)
    ReadMark.objects.bulk_create(
        [ReadMark(user=by, thread=thread, number=number)],
        update_conflicts=True,
        unique_fields=["user", "thread"],
        update_fields=["number"],
    )
    return post


def organisation_name(user, network_id, organisation=None):
    """Return the name of the organisation that the person takes part for in the network, else nothing.

    Of several the one asked for, if it is among them, else the first.
    """
    own = [row.organisation for row in memberships_of(user) if row.network_id == network_id]
    return next((other.name for other in own if other == organisation), own[0].name if own else "")


@transaction.atomic
def edit_post(*, post, source, by, opened=""):
    """Change what a post says; the same text again changes nothing.

    `opened` is the mark (portal.core.shared_texts.mark_of) of the text that the change began with. Raises StaleEdit
    when the post says something else by now.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.source == source:
        return post
    if opened and mark_of(post.source) != opened:
        raise StaleEdit(post)
    post.source = source
    post.html = to_html(source)
    post.edited_at = timezone.now()
    post.save(update_fields=["source", "html", "edited_at"])
    record(action="forum.edit_post", by=by, obj=post, network=post.thread.network, fields=["source"])
    return post


@transaction.atomic
def remove_post(*, post, by):
    """Take a post away; its number and place remain, and it can be put back for an hour."""
    thread = Thread.objects.select_for_update().get(pk=post.thread_id)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.is_removed:
        return post
    post.deleted_at = timezone.now()
    post.deleted_by = by
    post.save(update_fields=["deleted_at", "deleted_by"])
    thread.post_count -= 1
    thread.save(update_fields=["post_count"])
    record(action="forum.remove_post", by=by, obj=post, network=thread.network)
    return post


@transaction.atomic
def restore_post(*, post, by):
    """Put a post back. Raises TooLateToRestore after an hour, or for a post that somebody else removed."""
    thread = Thread.objects.select_for_update().get(pk=post.thread_id)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if not post.is_removed:
        return post
    if post.deleted_by_id != by.pk or not post.can_be_restored:
        raise TooLateToRestore
    post.deleted_at = post.deleted_by = None
    post.save(update_fields=["deleted_at", "deleted_by"])
    thread.post_count += 1
    thread.save(update_fields=["post_count"])
    record(action="forum.restore_post", by=by, obj=post, network=thread.network)
    return post
