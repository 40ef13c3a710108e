"""What the directory offers to search: those who take part."""

from django.db.models import Q
from django.utils.translation import gettext as _

from members.accounts.enums import Audience
from members.organisations.enums import Role
from members.organisations.models import Membership
from members.organisations.querysets import coordinated_network_ids, is_portal_administrator, participations_of
from portal.core.access import may
from portal.core.templatetags.portal import address
from portal.core.textsearch import Hit, containing


def search_people(*, user, words, limit):
    """Return the participants of the person's networks with the words in name, title or organisation.

    Nobody is found by what they do not show to the person: the conditions say the same as the rules.
    """
    found = Membership.objects.visible_to(user).current().filter(network__isnull=False, user__is_active=True)
    for word in words:
        found = found.filter(_known_by(word, user))
    rows = found.select_related("user", "organisation").order_by("user__name", "pk")[:limit]
    return [
        Hit(
            title=row.user.name if may(user, "organisations.see_name_membership", row) else _("Deltagare utan namn"),
            url=address(f"/deltagare/deltagarlista/{row.pk}/"),
            meta=" · ".join(filter(None, [_title(row, user), row.organisation.name])),
        )
        for row in rows
    ]


def _title(row, user):
    return row.user.title if may(user, "organisations.see_title_membership", row) else ""


def _known_by(word, user):
    """Return the condition that the word stands in what the member shows to the person."""
    near = Q(network_id__in=coordinated_network_ids(user))
    for network_id, organisation_id in participations_of(user):
        near |= Q(network_id=network_id, organisation_id=organisation_id)
    all_of_it = Q(user_id=user.pk)
    if is_portal_administrator(user):
        all_of_it |= Q(pk__isnull=False)
    name = all_of_it | near | Q(role=Role.COORDINATOR) | Q(user__name_audience=Audience.NETWORK)
    title = all_of_it | Q(user__title_audience=Audience.NETWORK)
    title |= near & Q(user__title_audience=Audience.ORGANISATION)
    named, titled = containing([word], "user__name"), containing([word], "user__title")
    return (named & name) | (titled & title) | containing([word], "organisation__name")
