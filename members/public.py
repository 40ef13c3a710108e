"""The one door through which the public site uses the extranet: what it may name, and `record`."""

from members.audit.services import record
from members.organisations.enums import OrganisationKind, RegistrationState

__all__ = ["OrganisationKind", "RegistrationState", "record"]
