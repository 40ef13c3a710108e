"""What a person has read and follows. Read marks are no deed worth a record; following and muting are one's own."""

from django.db import transaction
from django.db.models import F

from members.audit.services import record
from members.forum.enums import Following
from members.forum.models import Follow, ReadMark, Thread
from members.notifications import services as notifications
from members.notifications.registry import key_of


def mark_read(*, thread, number, by):
    """Remember that the person has read the thread up to that post; never moves backwards.

    `thread` comes from ThreadQuerySet.with_reading. Reading a page must cost little: two statements at most, each
    complete in itself, so there is no transaction around them.
    """
    if number <= thread.read_number:
        return
    if thread.read_number:
        ReadMark.objects.filter(user=by, thread=thread, number__lt=number).update(number=number)
    else:
        _set_marks([ReadMark(user=by, thread=thread, number=number)])
    notifications.mark_read(keys=[key_of(thread)], by=by)


def mark_all_read(*, threads, by):
    """Mark these threads as read to their ends; return how many were not."""
    unread = threads.with_reading(by).filter(last_number__gt=F("read_number")).values_list("pk", "last_number")
    marks = [ReadMark(user=by, thread_id=pk, number=number) for pk, number in unread]
    _set_marks(marks)
    notifications.mark_read(keys=[key_of(Thread(pk=mark.thread_id)) for mark in marks], by=by)
    return len(marks)


def _set_marks(marks):
    ReadMark.objects.bulk_create(
        marks,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["user", "thread"],
        update_fields=["number"],
    )


@transaction.atomic
def follow(*, thread, following, by):
    """Follow, mute or do neither (enums.Following)."""
    following = Following(following)
    if following == Following.NORMAL:
        Follow.objects.filter(user=by, thread=thread).delete()
    else:
        Follow.objects.update_or_create(user=by, thread=thread, defaults={"is_muted": following == Following.MUTE})
    record(action="forum.follow", by=by, obj=thread, network=thread.network)
