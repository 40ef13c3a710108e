"""The one door through which the public site uses the extranet: what it may name, ask and tell, and `record`."""

from members.audit.services import record
from members.organisations.enums import BOTH_IN_ONE, OrganisationKind, RegistrationState
from members.organisations.models import Network
from members.organisations.queries import administrators, editors, participating
from members.organisations.querysets import is_portal_administrator

__all__ = [
    "BOTH_IN_ONE",
    "OrganisationKind",
    "RegistrationState",
    "administrators",
    "editors",
    "networks_run_by",
    "participating",
    "record",
]


def networks_run_by(user):
    """Return the networks, archives apart, that the person coordinates; all of them for an administrator."""
    running = Network.objects.running()
    return running if is_portal_administrator(user) else running.coordinated_by(user)
