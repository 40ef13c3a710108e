"""Who may read and handle applications. They are made on the public site, and nobody removes them."""

import rules

from members.organisations.rules import is_coordinator, network_is_running
from portal.core.predicates import is_administrator


@rules.predicate
def coordinates_its_application(user, line):
    """The person coordinates the network of the invoice line's application."""
    return line is not None and is_coordinator(user, line.application)


rules.add_perm("registration.view_application", is_coordinator | is_administrator)
rules.add_perm("registration.add_application", rules.always_deny)
rules.add_perm("registration.administer_application", is_coordinator)
rules.add_perm("registration.change_application", is_coordinator & network_is_running)
rules.add_perm("registration.delete_application", rules.always_deny)
rules.add_perm("registration.view_invoiceline", coordinates_its_application | is_administrator)
rules.add_perm("registration.export_invoiceline", is_coordinator)
# What a coordinator writes on behalf of an organisation, until the organisation confirms it.
rules.add_perm("registration.view_onbehalf", is_coordinator | is_administrator)
rules.add_perm("registration.add_onbehalf", is_coordinator & network_is_running)
rules.add_perm("registration.change_onbehalf", is_coordinator & network_is_running)
rules.add_perm("registration.delete_onbehalf", is_coordinator & network_is_running)
