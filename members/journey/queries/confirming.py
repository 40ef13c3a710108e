"""What a person is asked once a year: is it still right?"""

from dataclasses import dataclass

from django.utils import timezone

from members.journey.queries.beginning import MONTHS
from members.organisations.models import Membership
from members.organisations.queries import Told, told_to


@dataclass
class StillRight:
    """What the person tells of themselves, when they are to confirm it; and how many colleagues they are to."""

    told: Told | None
    colleagues: int

    def __bool__(self):
        return self.told is not None or self.colleagues > 0


def still_right(user, membership):
    """Return what the person is asked in this network; a finished one asks for nothing.

    A contact person in the first months has just been told who takes part, and costs no question.
    """
    if membership.network.is_archived:
        return StillRight(None, 0)
    is_settled = membership.from_date <= timezone.localdate() - MONTHS
    colleagues = Membership.objects.colleagues_of(membership).to_confirm()
    count = colleagues.count() if membership.is_contact_person and is_settled else 0
    return StillRight(told_to(user, membership) if user.is_to_confirm else None, count)
