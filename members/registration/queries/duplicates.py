"""Whether a network knows an organisation already, before a coordinator writes an application on its behalf."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from members.registration.enums import ApplicationState
from members.registration.models import Application, OnBehalf


@dataclass(frozen=True)
class Known:
    """An application, or what waits to become one, of the same organisation."""

    label: str
    key: UUID
    application: Application | None = None


def already_there(network, *, organisation, name, number):
    """Return what the network has of the organisation already, by the register's row, its name or its number.

    Applications that were taken back are not told of; what the organisation itself is writing is not the asker's.
    """
    applications = _applications(network, organisation, name, number).exclude(state=ApplicationState.WITHDRAWN)
    waiting = OnBehalf.objects.waiting().filter(draft__network=network, organisation_name__iexact=name)
    return [
        *(Known(f"{row} · {row.get_state_display()}", row.submission_key, row) for row in applications),
        *(
            Known(_("%(name)s · väntar på bekräftelse") % {"name": row}, row.draft.key)
            for row in waiting.select_related("draft")
        ),
    ]


def others_of(application):
    """Return the other applications to the same network that seem to be of the same organisation and are not over."""
    found = _applications(
        application.network, application.organisation, application.organisation_name, application.organisation_number
    )
    return [row for row in found.exclude(pk=application.pk) if row.is_alive]


def _applications(network, organisation, name, number):
    same = Q(organisation_name__iexact=name)
    if organisation is not None:
        # Names are not the districts' own: the register's row tells them apart.
        same = Q(organisation=organisation) | (same & Q(organisation=None))
    if number:
        same |= Q(organisation_number=number)
    return network.applications.filter(same)
