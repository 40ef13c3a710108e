"""What the forum's pages, and the start page, show."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.urls import reverse

from members.forum.models import Category, Post, Thread

THREADS_PER_PAGE = 25
THREADS_ON_INDEX = 10
POSTS_PER_PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def categories_of(network, user):
    """Return the network's categories, each with `threads_count` and `unread_count` for the person: two queries."""
    threads = Thread.objects.present().filter(network=network).with_reading(user).order_by()
    counts = threads.values("category_id").annotate(
        threads_count=Count("pk"), unread_count=Count("pk", filter=Q(is_unread=True))
    )
    by_category = {row["category_id"]: row for row in counts}
    categories = list(Category.objects.filter(network=network))
    for category in categories:
        row = by_category.get(category.pk, {})
        category.threads_count = row.get("threads_count", 0)
        category.unread_count = row.get("unread_count", 0)
    return categories


def unread_threads(network, user, *, limit=5):
    """Return the network's threads with something new for the person, the latest first."""
    threads = Thread.objects.present().filter(network=network).with_reading(user).filter(is_unread=True)
    return list(threads.select_related("last_author").order_by("-last_post_at", "-pk")[:limit])


def latest_posts_of(author_id, network_id, user, *, limit=5):
    """Return the last posts of that person in that network that the user may read, with their threads."""
    posts = Post.objects.visible_to(user).standing().filter(author_id=author_id, thread__network_id=network_id)
    return list(posts.select_related("thread").order_by("-created_at", "-pk")[:limit])


@dataclass
class ThreadPage:
    """A page of threads; `older` is the cursor of the next one, or nothing."""

    threads: list
    older: str


def page_of_threads(threads, user, *, after="", size=THREADS_PER_PAGE):
    """Return a page of threads, pinned first, then the latest; the same cost however deep.

    `after` is the `older` of the page before. Raises ValueError when it is not one.
    """
    threads = threads.present().with_reading(user).select_related("category", "last_author")
    threads = threads.order_by("-is_pinned", "-last_post_at", "-pk")
    if after:
        threads = threads.filter(_after(after))
    rows = list(threads[: size + 1])
    page = rows[:size]
    return ThreadPage(page, _cursor(page[-1]) if len(rows) > len(page) else "")


def _cursor(thread):
    microseconds = (thread.last_post_at - EPOCH) // timedelta(microseconds=1)
    return f"{int(thread.is_pinned)}-{microseconds}-{thread.pk}"


def _after(cursor):
    """Rows that follow the cursor. Not OFFSET, which reads all that it skips; this begins where the index is.

    `in [False]`, since Django writes a comparison with False as NOT, for which SQLite has no use of its index.
    """
    pinned, microseconds, pk = (int(part) for part in cursor.split("-"))
    try:
        last_post_at = EPOCH + timedelta(microseconds=microseconds)
    except OverflowError as error:
        raise ValueError(cursor) from error
    earlier = Q(last_post_at__lte=last_post_at) & (Q(last_post_at__lt=last_post_at) | Q(pk__lt=pk))
    if pinned:
        return Q(is_pinned__in=[False]) | (Q(is_pinned=True) & earlier)
    return Q(is_pinned__in=[False]) & earlier


class PostPaginator(Paginator):
    """Pages of a thread by the posts' numbers, which never change: no count, no OFFSET."""

    # A plain attribute in place of Django's property, which would count the rows.
    count = 0

    def __init__(self, thread):
        super().__init__(thread.posts.select_related("author"), POSTS_PER_PAGE)
        self.count = thread.last_number

    def page(self, number):
        """Return the page. Raises InvalidPage for one that is not there."""
        number = self.validate_number(number)
        before = (number - 1) * self.per_page
        posts = self.object_list.filter(number__gt=before, number__lte=before + self.per_page)
        return self._get_page(list(posts), number, self)


def page_of_post(thread, number):
    """Return the address where a post of the thread is shown: its page, and its place there."""
    page = (max(number, 1) - 1) // POSTS_PER_PAGE + 1
    query = f"?sida={page}" if page > 1 else ""
    return f"{reverse('forum:thread', args=[thread.pk])}{query}#inlagg-{number}"


def post_or_none(thread, number):
    """Return the thread's post of that number, if it stands."""
    return Post.objects.standing().select_related("author").filter(thread=thread, number=number).first()
