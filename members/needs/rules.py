"""Who may read and write an inventory of local needs."""

import rules

from members.organisations.rules import is_coordinator, is_of_organisation, network_is_running

rules.add_perm("needs.view_inventory", is_of_organisation | is_coordinator)
rules.add_perm("needs.change_inventory", is_of_organisation & network_is_running)
rules.add_perm("needs.follow_inventories", is_coordinator)
