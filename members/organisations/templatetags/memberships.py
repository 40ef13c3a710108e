"""What the extranet's frame asks of a person's memberships."""

from django import template

from members.organisations.enums import Role
from members.organisations.querysets import memberships_of

register = template.Library()

ADMIN_ROLES = {Role.COORDINATOR, Role.EDITOR, Role.ADMINISTRATOR}


@register.filter
def works_in_admin(user):
    """Say whether the person's roles give them something to do in Wagtail's admin."""
    return any(membership.role in ADMIN_ROLES for membership in memberships_of(user))
