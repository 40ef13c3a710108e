"""What goes when it has had its time, by the schedule of the setting RETENTION_DAYS.

What has a service of its own for that in its app (mails, notices, forms …) is not here; see docs/privacy.md.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from members.audit.services import record
from members.meetings.models import VideoLink
from members.organisations.models import Invitation
from members.registration.models import ApplicationPerson, CallNote, DraftLink, RegistrarLink

logger = logging.getLogger(__name__)


def _past_invitations(before):
    return Invitation.objects.filter(Q(used_at__lt=before) | Q(withdrawn_at__lt=before) | Q(expires_at__lt=before))


def _links_of_past_meetings(before):
    return VideoLink.objects.filter(meeting__ends_at__lt=before)


# What goes when a network has been an archive for a while, by the model's label: the rows, and the ways to the network.
GO_WITH_NETWORK = {
    "registration.ApplicationPerson": (ApplicationPerson.objects, ["application__network"]),
    "registration.CallNote": (CallNote.objects, ["application__network"]),
    "registration.DraftLink": (DraftLink.objects, ["draft__network"]),
    "registration.RegistrarLink": (RegistrarLink.objects, ["application__network", "draft__network"]),
}


def _of_archived(label):
    return lambda before: _going(label, "__archived_at__lt", before)


def _going(label, lookup, value):
    rows, ways = GO_WITH_NETWORK[label]
    return rows.filter(Q(*[(f"{way}{lookup}", value) for way in ways], _connector=Q.OR))


# What has had its time, by the model's label, given the moment before which it happened.
DUE = {
    "organisations.Invitation": _past_invitations,
    "meetings.VideoLink": _links_of_past_meetings,
    **{label: _of_archived(label) for label in GO_WITH_NETWORK},
}


@transaction.atomic
def purge():
    """Delete what has had its time; return how many rows of each model. What there is none of is not named."""
    counts = {}
    for label, days in settings.RETENTION_DAYS.items():
        count = DUE[label](timezone.now() - timedelta(days=days)).delete()[0]
        if count:
            counts[label] = count
            logger.info("Purged %s of %s", count, label)
    if counts:
        record(action="ops.purge", fields=sorted(counts))
    return counts


def going_with(network):
    """Return {label: (how many rows, the moment they go)} of what goes after the network's ending, now or then."""
    ended_at = network.archived_at or timezone.now()
    found = {}
    for label in GO_WITH_NETWORK:
        goes_at = ended_at + timedelta(days=settings.RETENTION_DAYS[label])
        found[label] = (_going(label, "", network).count(), goes_at)
    return found
