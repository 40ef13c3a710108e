"""The inventory is written together, and nobody's text is written over."""

import pytest
from django.db import IntegrityError, transaction

from members.audit.models import Record
from members.needs import services
from members.needs.models import Inventory
from tests.factories.needs import InventoryFactory


def write(world, *, edit_number=0, by=None, network=None, **texts):
    return services.write(
        network=network or world.network,
        organisation=world.lindasa,
        texts=texts,
        edit_number=edit_number,
        by=by or world.amina,
    )


def test_write_keeps_texts_and_who_wrote(world):
    inventory = write(world, situation="Lugnt.", sources="Skolan.")

    assert (inventory.situation, inventory.sources, inventory.edit_number) == ("Lugnt.", "Skolan.", 1)
    assert inventory.updated_by == world.amina
    assert Record.objects.get(action="needs.write").fields == ["situation", "sources"]


def test_write_of_a_stale_text_is_refused(world):
    write(world, situation="Aminas.")
    with pytest.raises(services.StaleEdit) as stale:
        write(world, situation="Bos.", by=world.bo)

    assert stale.value.inventory.situation == "Aminas."
    assert Inventory.objects.get().situation == "Aminas."


def test_write_twice_is_writing_once(world):
    write(world, situation="Lugnt.")
    assert write(world, situation="Lugnt.").edit_number == 1


def test_write_in_a_finished_network_is_refused(world):
    with pytest.raises(services.InventoryClosed):
        write(world, network=world.archive, situation="För sent.")


def test_there_is_one_inventory_per_organisation_and_network(world):
    inventory = InventoryFactory(network=world.network, organisation=world.lindasa)
    with pytest.raises(IntegrityError), transaction.atomic():
        InventoryFactory(network=world.network, organisation=world.lindasa)
    assert str(inventory) == f"Lindåsa kommun · {world.network.name}"
