"""Unread notices of what has been written, so that the bell has something to tell. Nobody is mailed."""

from members.forum.models import Thread
from members.notifications.models import Notification
from members.notifications.registry import key_of


def fill(world):
    """Tell everybody who follows a thread of a running network, and has not read it to the end, of its last post."""
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
