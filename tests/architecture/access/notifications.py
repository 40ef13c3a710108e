"""Who reaches which notices: everybody their own."""

from tests.architecture.access import ENROL, LOGIN, MOVED, REST, row
from tests.factories.notifications import NotificationFactory

ACCOUNTS = "amina bo cecilia david eva fredrik gunilla henrik ida johan"
DOORS = {LOGIN: "anonymous", ENROL: "klara"}


def notice(world):
    return {"pk": NotificationFactory(user=world.bo).pk}


ROWS = [
    row("notifications:index", get={200: ACCOUNTS, **DOORS}),
    row("notifications:settings", get={200: ACCOUNTS, **DOORS}, post={MOVED: ACCOUNTS, **DOORS}),
    row("notifications:mark_all_read", get={405: ACCOUNTS, **DOORS}, post={MOVED: ACCOUNTS, **DOORS}),
    row("notifications:notice", at=notice, get={MOVED: "bo", 404: REST, **DOORS}),
]


def objects(world):
    for person in world.people.values():
        for network in (None, world.network.pk, world.archive.pk):
            NotificationFactory(user=person, network_id=network)
