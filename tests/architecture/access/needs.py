"""Who may open which inventory of local needs."""

from tests.architecture.access import ENROL, LOGIN, MOVED, REST, row
from tests.factories.needs import InventoryFactory

INSIDE = "amina bo cecilia david gunilla henrik ida"
WRITE = {"edit_number": "0", "situation": "Lugnt."}
DOORS = {LOGIN: "anonymous", ENROL: "klara"}


def inventory(world):
    return {"pk": InventoryFactory(network=world.network, organisation=world.lindasa).pk}


def archived(world):
    return {"pk": InventoryFactory(network=world.archive, organisation=world.alvnas).pk}


ROWS = [
    row("needs:index", get={200: INSIDE, **DOORS, 404: REST}),
    row(
        "needs:write",
        get={200: "amina bo cecilia gunilla", 403: "david henrik ida", **DOORS, 404: REST},
        post={MOVED: "amina bo cecilia gunilla", 403: "david henrik ida", **DOORS, 404: REST},
        data=WRITE,
    ),
    row(
        "needs:autosave",
        get={**DOORS, 405: REST},
        post={200: "amina bo cecilia gunilla", 403: "david henrik ida", **DOORS, 404: REST},
        data=WRITE,
    ),
    row("needs:inventory", at=inventory, get={200: "amina bo david", **DOORS, 404: REST}),
    row("needs:inventory", "in the archive", at=archived, get={200: "david ida", **DOORS, 404: REST}),
]


def objects(world):
    InventoryFactory(network=world.network, organisation=world.lindasa)
    InventoryFactory(network=world.network, organisation=world.norrvik)
    InventoryFactory(network=world.archive, organisation=world.alvnas)
    InventoryFactory(network=world.other, organisation=world.fjardholmen)
