"""What a contact person has to do at the beginning."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from members.organisations.enums import Role
from members.organisations.models import Membership

MONTHS = datetime.timedelta(days=90)  # that count as the beginning


@dataclass
class ToDo:
    """One line of the list: what, where, and whether it is done."""

    text: str
    url: str
    is_done: bool


def beginning(membership, inventory):
    """Return a contact person's list in the first months, or nothing when all is done or the network is finished."""
    network = membership.network
    is_new = membership.from_date > timezone.localdate() - MONTHS
    if not (membership.is_contact_person and is_new) or network.is_archived:
        return []
    current = (
        Membership.objects.current().participants().filter(network=network, organisation_id=membership.organisation_id)
    )
    roles = dict(current.values_list("user_id", "role"))
    leaders = sum(role == Role.CONTACT_PERSON for role in roles.values())
    # The application's own words are the first edit: somebody has to have read them since.
    has_read = inventory is not None and inventory.edit_number > 1
    rows = [
        ToDo(_("Bjud in dina kollegor"), reverse("organisations:invite"), len(roles) > 1),
        ToDo(
            _("Bjud gärna in en kontaktperson till: två är bättre än en"), reverse("organisations:invite"), leaders > 1
        ),
        ToDo(_("Läs igenom er inventering och skriv vidare på den"), reverse("needs:write"), has_read),
    ]
    return [] if all(row.is_done for row in rows) else rows
