"""What the directory offers to search: those who take part."""

from members.organisations.models import Membership
from portal.core.templatetags.portal import address
from portal.core.textsearch import Hit, containing


def search_people(*, user, words, limit):
    """Return the participants of the person's networks with the words in name, title or organisation."""
    found = Membership.objects.visible_to(user).current().filter(network__isnull=False, user__is_active=True)
    found = found.filter(containing(words, "user__name", "user__title", "organisation__name"))
    rows = found.select_related("user", "organisation").order_by("user__name", "pk")[:limit]
    return [
        Hit(
            title=row.user.name,
            url=address("/deltagare/deltagarlista/"),
            meta=" · ".join(filter(None, [row.user.title, row.organisation.name])),
        )
        for row in rows
    ]
