"""What happens in the network, for whoever is in it."""

from dataclasses import dataclass

from members.forum.models import Thread
from members.meetings.models import Meeting
from members.notifications.models import Notification
from members.notifications.registry import kind_named

SHOWN = 5  # of a list that leads to a longer one


@dataclass
class Notice:
    """One unread notice, as it is shown."""

    news: str
    title: str
    url: str


@dataclass
class Around:
    """The next meeting, unread threads and unread notices."""

    next_meeting: Meeting | None
    threads: list
    thread_count: int
    notices: list
    notice_count: int


def around(user, network):
    """Return what is new in the network for the person."""
    meetings = Meeting.objects.visible_to(user).published().filter(network=network)
    unread = Thread.objects.present().visible_to(user).filter(network=network, post_count__gt=0)
    threads, thread_count = first_and_count(
        unread.with_reading(user).filter(is_unread=True).select_related("last_author").order_by("-last_post_at", "-pk")
    )
    notices, notice_count = first_and_count(Notification.objects.visible_to(user).unread())
    return Around(
        next_meeting=meetings.upcoming().first(),
        threads=threads,
        thread_count=thread_count,
        notices=[Notice(news_of(row), row.title, row.url) for row in notices],
        notice_count=notice_count,
    )


def first_and_count(queryset):
    """Return the first few rows and how many there are, which is counted only when they do not all fit."""
    rows = list(queryset[: SHOWN + 1])
    return rows[:SHOWN], queryset.count() if len(rows) > SHOWN else len(rows)


def news_of(notice):
    """Return what has happened, in the language of the page."""
    return kind_named(notice.kind).news % {"count": notice.count}
