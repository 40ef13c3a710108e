"""Notices in templates."""

from django import template

from members.notifications import queries
from members.notifications.registry import find_kind

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_notices(context):
    """Give how many notices the person has not read, for the header: one query, and none for a stranger."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return 0
    return queries.unread_count(user)


@register.simple_tag
def news_of(notice):
    """Say what has happened, in the reader's language; nothing for a kind that is no more."""
    kind = find_kind(notice.kind)
    # An ngettext_lazy picks its form by the count; a text without a place for it stays as it is.
    return kind.news % {"count": notice.count} if kind else ""
