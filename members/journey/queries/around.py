"""What happens in the network, for whoever is in it."""

from dataclasses import dataclass

from members.forum.queries import categories_of, unread_threads
from members.meetings.models import Meeting
from members.notifications.models import Notification
from members.notifications.queries import unread_count
from members.notifications.registry import find_kind

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
    threads = unread_threads(network, user, limit=SHOWN + 1)
    notices = Notification.objects.visible_to(user).unread()[:SHOWN] if unread_count(user) else []
    return Around(
        next_meeting=meetings.upcoming().first(),
        threads=threads[:SHOWN],
        thread_count=len(threads) if len(threads) <= SHOWN else all_unread(network, user),
        notices=[Notice(news_of(row), row.title, row.url) for row in notices],
        notice_count=unread_count(user),
    )


def all_unread(network, user):
    """Return how many threads the person has not read; asked only when there are more than are shown."""
    return sum(category.unread_count for category in categories_of(network, user))


def news_of(notice):
    """Return what has happened, in the language of the page; nothing for a kind that is no more."""
    kind = find_kind(notice.kind)
    return kind.news % {"count": notice.count} if kind else ""
