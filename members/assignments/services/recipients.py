"""Who is told."""

from members.organisations.enums import Role
from members.organisations.models import Membership


def participants(network_id):
    """Return the people who take part in the network today, coordinators apart."""
    return _people(Membership.objects.participants().filter(network_id=network_id))


def colleagues(organisation_id, network_id):
    """Return the people who take part for the organisation in the network today."""
    return _people(Membership.objects.participants().filter(network_id=network_id, organisation_id=organisation_id))


def coordinators(network_id):
    """Return the network's coordinators of today, the first one first."""
    return _people(Membership.objects.filter(network_id=network_id, role=Role.COORDINATOR))


def _people(memberships):
    rows = memberships.current().filter(user__is_active=True).select_related("user").order_by("pk")
    return list({row.user_id: row.user for row in rows}.values())
