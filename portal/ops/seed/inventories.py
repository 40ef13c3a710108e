"""Inventories of local needs, some finished and one half written."""

from datetime import datetime, time

from django.utils import timezone

from members.needs.models import Inventory
from portal.ops.seed.content.networks.inventories import INVENTORIES
from portal.ops.seed.memory import moment

PARTS = ("situation", "present_work", "priorities", "sources")
WRITTEN = time(15, 10)


def fill(world):
    """Make the inventories; those of the running network follow today."""
    for text in INVENTORIES:
        inventory = Inventory.objects.create(
            network=world.networks[text["network"]],
            organisation=world.organisations[text["organisation"]],
            updated_by=world.people[text["by"]],
            edit_number=1,
            **{part: text[part] for part in PARTS},
        )
        if "days" in text:
            at = moment(world.day, text["days"], WRITTEN)
            world.moving.append(inventory)
        else:
            at = timezone.make_aware(datetime.combine(text["date"], WRITTEN))
        Inventory.objects.filter(pk=inventory.pk).update(updated_at=at)
