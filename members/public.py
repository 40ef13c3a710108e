"""The one door through which the public site uses the extranet: reads, plus `record`."""

from members.audit.services import record
from members.organisations.enums import OrganisationKind, RegistrationState
from members.organisations.models import Network

__all__ = ["Network", "OrganisationKind", "RegistrationState", "open_networks", "record"]


def open_networks():
    """Return the networks that an organisation can register for now, open or late."""
    return list(Network.objects.accepting())
