"""Predicates on the person alone. What depends on a network lives in members.organisations.rules.

The roles are read from the user's cached memberships; a person whose second factor has not been proved in this
session is still the same person here: the doors ask for the factor, the rules for the role.
"""

import rules


def _holds(user, role):
    return bool(user and user.is_authenticated and user.is_active and user.holds_role(role))


@rules.predicate
def is_administrator(user):
    """Administrators: users, roles, settings, records."""
    return _holds(user, "administrator")


@rules.predicate
def is_editor(user):
    """Editors: pages, news and good examples."""
    return _holds(user, "editor")


@rules.predicate
def is_any_coordinator(user):
    """Coordinators of some network, whichever."""
    return _holds(user, "coordinator")
