"""Whom a mailing reaches, and the archive."""

from dataclasses import dataclass

from members.assignments.models import Submission
from members.mailings.enums import Audience
from members.mailings.models import Mailing
from members.organisations.enums import Role
from members.organisations.models import Membership

SAMPLE = 5


@dataclass(frozen=True)
class Reach:
    """Whom it would go to now: memberships, one a person."""

    rows: list

    @property
    def count(self):
        """How many mails."""
        return len(self.rows)

    @property
    def organisations(self):
        """How many organisations."""
        return len({row.organisation_id for row in self.rows})

    @property
    def sample(self):
        """The first few, for the eye."""
        return self.rows[:SAMPLE]

    @property
    def more(self):
        """How many there are beside those."""
        return max(self.count - SAMPLE, 0)


def reach_of(mailing):
    """Return whom the mailing would go to at this moment, one membership a person, by organisation and name."""
    rows = Membership.objects.current().participants().filter(network_id=mailing.network_id, user__is_active=True)
    if mailing.audience == Audience.CONTACT_PERSONS:
        rows = rows.filter(role=Role.CONTACT_PERSON)
    if mailing.audience == Audience.UNANSWERED:
        answered = Submission.objects.sent_in().filter(assignment_id=mailing.assignment_id)
        rows = rows.exclude(organisation_id__in=answered.values("organisation_id"))
    rows = rows.select_related("user", "organisation").order_by("organisation__name", "user__name", "pk")
    return Reach(list({row.user_id: row for row in reversed(rows)}.values())[::-1])


def archive_of(network, user):
    """Return (drafts, sent) of the network that the person sees; who wrote them in the same query."""
    rows = Mailing.objects.visible_to(user).filter(network=network).select_related("written_by", "assignment")
    return rows.drafts(), rows.sent()
