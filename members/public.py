"""The one door through which the public site uses the extranet: what it may name, whom it may tell, and `record`."""

from members.audit.services import record
from members.organisations.enums import OrganisationKind, RegistrationState
from members.organisations.queries import administrators, editors

__all__ = ["OrganisationKind", "RegistrationState", "administrators", "editors", "record"]
