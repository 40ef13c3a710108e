"""Unread notices of what has been written, so that the bell has something to tell. Nobody is mailed."""

from datetime import timedelta

from django.utils import timezone

from members.assignments.models import Feedback
from members.assignments.services.recipients import colleagues
from members.forum.models import Thread
from members.notifications.models import Notification
from members.notifications.registry import key_of

# Older feedback has been read.
RECENT = timedelta(days=14)


def fill(world):
    """Tell people of the running networks of what they have not seen yet."""
    _unread_threads()
    _feedback()


def _unread_threads():
    """Everybody who follows a thread, and has not read it to the end, has a notice of its last post."""
    for thread in Thread.objects.filter(network__archived_at=None).order_by("last_post_at"):
        last = thread.posts.order_by("number").last()
        read = dict(thread.read_marks.values_list("user_id", "number"))
        for follow in thread.follows.exclude(user=thread.last_author):
            unread = thread.last_number - read.get(follow.user_id, 0)
            if unread > 0:
                Notification.objects.create(
                    user_id=follow.user_id,
                    kind="forum.reply",
                    key=key_of(thread),
                    title=thread.title,
                    url=last.get_absolute_url(),
                    network_id=thread.network_id,
                    count=unread,
                    created_at=last.created_at,
                )


def _feedback():
    """The organisation's people have a notice of feedback that they have not acted on."""
    recent = Feedback.objects.filter(outcome="returned", created_at__gt=timezone.now() - RECENT)
    for feedback in recent.select_related("version__submission__assignment"):
        submission = feedback.version.submission
        network_id = submission.assignment.network_id
        Notification.objects.bulk_create(
            Notification(
                user=user,
                kind="assignments.feedback",
                key=key_of(feedback),
                title=submission.assignment.title,
                url=submission.get_absolute_url(),
                network_id=network_id,
                created_at=feedback.created_at,
            )
            for user in colleagues(submission.organisation_id, network_id)
        )
