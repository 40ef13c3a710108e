"""The forum on the pages of organisations, which know nothing of it."""

from django import template

from members.forum import queries

register = template.Library()


@register.inclusion_tag("members/forum/latest_posts.html", takes_context=True)
def latest_posts(context, membership):
    """What the member wrote last in the network; nothing where the reader sees nothing of it."""
    author, network = membership.user_id, membership.network_id
    return {"posts": queries.latest_posts_of(author, network, context["request"].user)}
