"""What assignments offer to search: the assignments themselves; answers stay where they are."""

from members.assignments.models import Assignment
from portal.core.textsearch import Hit, containing


def search_assignments(*, user, words, limit):
    """Return the assignments with the words in title or questions, the latest first."""
    found = Assignment.objects.visible_to(user).filter(containing(words, "title", "questions__text")).distinct()
    return [
        Hit(title=assignment.title, url=assignment.get_absolute_url(), at=assignment.due_at)
        for assignment in found.order_by("-due_at")[:limit]
    ]
