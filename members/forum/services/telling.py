"""Telling those who follow a thread of a new post: outside the writer's request, never twice, and not lost."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from members.accounts.models import User
from members.forum import emails
from members.forum.models import Post
from members.notifications.registry import key_of
from members.notifications.services import notify

# A post that no worker has taken up by then is told by the clock.
OVERDUE = timedelta(minutes=5)


@task()
def tell_of_post(post_id):
    """Tell the thread's followers of the post, in the portal and by mail; a second call does nothing.

    Told are those who follow the thread, have not read so far, and are in the network at this moment.
    """
    return _tell(post_id)


@transaction.atomic
def _tell(post_id):
    waiting = Post.objects.to_be_told().select_for_update(of=("self",), skip_locked=True)
    related = ("author", "thread__category", "thread__network")
    post = waiting.filter(pk=post_id).select_related(*related).first()
    if post is None:
        return 0
    Post.objects.filter(pk=post.pk).update(is_to_be_told=False)
    thread = post.thread
    followers = User.objects.filter(follows__thread=thread, follows__is_muted=False, is_active=True).exclude(
        read_marks__in=thread.read_marks.filter(number__gte=post.number)
    )
    told = notify(
        users=followers,
        kind="forum.reply",
        key=key_of(thread),
        title=thread.title,
        url=post.get_absolute_url(),
        by=post.author,
        network=thread.network,
        email=lambda user: emails.reply(post=post, to=user),
    )
    return len(told)


def tell_due(*, limit=50):
    """Tell of posts that the task has not got to, as when a worker was killed; return how many there were."""
    overdue = Post.objects.to_be_told().filter(created_at__lt=timezone.now() - OVERDUE).order_by("pk")
    posts = list(overdue.values_list("pk", flat=True)[:limit])
    for pk in posts:
        _tell(pk)
    return len(posts)
