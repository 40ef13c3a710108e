"""What the pages of the inventory show."""

from members.needs.models import Inventory


def own_inventory(network, organisation):
    """Return the organisation's inventory, or None before anybody has written."""
    return (
        Inventory.objects.filter(network=network, organisation=organisation)
        .select_related("organisation", "updated_by")
        .first()
    )


def inventories_of(user, network):
    """Return the inventories that the person may read in the network, by organisation."""
    return list(Inventory.objects.visible_to(user).filter(network=network).select_related("organisation", "updated_by"))
