"""Mailings in the archive, and a draft. Nobody is mailed."""

from members.mailings.models import Mailing, MailingReceipt
from members.mailings.queries import reach_of
from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.ops.seed.content.networks.mailings import MAILINGS
from portal.ops.seed.memory import moment


def fill(world):
    """Write them as the coordinator of the running network."""
    network = world.networks["running"]
    author = Membership.objects.current().filter(network=network, role=Role.COORDINATOR).order_by("pk").first().user
    for audience, days, subject, body, subject_en, body_en in MAILINGS:
        mailing = Mailing.objects.create(
            network=network,
            audience=audience,
            subject=subject,
            body=body,
            subject_en=subject_en,
            body_en=body_en,
            written_by=author,
            sent_at=None if days is None else moment(world.day, -days),
        )
        if mailing.is_sent:
            world.moving.append(mailing)
            _received(mailing)


def _received(mailing):
    rows = reach_of(mailing).rows
    MailingReceipt.objects.bulk_create(
        MailingReceipt(mailing=mailing, user=row.user, organisation=row.organisation) for row in rows
    )
