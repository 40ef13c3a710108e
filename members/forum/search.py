"""What the forum offers to search: posts, and threads by their titles."""

from members.forum.models import Post, Thread
from portal.core.textsearch import Hit, containing, excerpt


def search_posts(*, user, words, limit):
    """Return the latest posts with the words, and before them the threads that are called so."""
    seen = Thread.objects.visible_to(user).present().select_related("category")
    threads = seen.filter(containing(words, "title")).order_by("-last_post_at", "-pk")
    hits = [_thread_hit(thread) for thread in threads[:limit]]
    standing = Post.objects.visible_to(user).standing().select_related("thread__category", "author")
    posts = standing.filter(containing(words, "source")).order_by("-created_at", "-pk")
    return (hits + [_post_hit(post, words) for post in posts[:limit]])[:limit]


def _thread_hit(thread):
    return Hit(title=thread.title, url=thread.get_absolute_url(), meta=thread.category.name, at=thread.last_post_at)


def _post_hit(post, words):
    return Hit(
        title=post.thread.title,
        url=post.get_absolute_url(),
        meta=" · ".join(filter(None, [post.author and post.author.name, post.author_organisation])),
        text=excerpt(post.source, words),
        at=post.created_at,
    )
