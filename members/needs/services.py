"""Every write of the inventory: the organisation's people write it together, and nobody's text is written over."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.needs.models import TEXTS, Inventory


class InventoryClosed(Exception):
    """The network is finished: what was written stays as it is."""


class StaleEdit(Exception):
    """Somebody of the organisation has changed the text since it was opened; nothing was saved."""

    def __init__(self, inventory):
        super().__init__(inventory)
        self.inventory = inventory


@transaction.atomic
def write(*, network, organisation, texts, edit_number, by):
    """Save the organisation's inventory, and return it.

    `texts` is {field: text}; `edit_number` is the one that the texts were opened with. Saving the same twice is saving
    it once. Raises StaleEdit when somebody has saved something else since, InventoryClosed in a finished network.
    """
    if network.is_archived:
        raise InventoryClosed
    inventory, _created = Inventory.objects.select_for_update().get_or_create(
        network=network, organisation=organisation
    )
    changed = [name for name in TEXTS if texts.get(name, "") != getattr(inventory, name)]
    if not changed:
        return inventory
    if edit_number != inventory.edit_number:
        raise StaleEdit(inventory)
    for name in changed:
        setattr(inventory, name, texts.get(name, ""))
    inventory.edit_number += 1
    inventory.updated_by, inventory.updated_at = by, timezone.now()
    inventory.save()
    record(action="needs.write", by=by, obj=inventory, network=network, fields=changed)
    return inventory
