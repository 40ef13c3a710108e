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


def _people_of_archived_applications(before):
    return ApplicationPerson.objects.filter(application__network__archived_at__lt=before)


def _call_notes_of_archived_applications(before):
    return CallNote.objects.filter(application__network__archived_at__lt=before)


def _links_to_drafts_of_archived_networks(before):
    return DraftLink.objects.filter(draft__network__archived_at__lt=before)


def _links_of_registrars_of_archived_networks(before):
    past = Q(application__network__archived_at__lt=before) | Q(draft__network__archived_at__lt=before)
    return RegistrarLink.objects.filter(past)


# What has had its time, by the model's label, given the moment before which it happened.
DUE = {
    "organisations.Invitation": _past_invitations,
    "meetings.VideoLink": _links_of_past_meetings,
    "registration.ApplicationPerson": _people_of_archived_applications,
    "registration.CallNote": _call_notes_of_archived_applications,
    "registration.DraftLink": _links_to_drafts_of_archived_networks,
    "registration.RegistrarLink": _links_of_registrars_of_archived_networks,
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
