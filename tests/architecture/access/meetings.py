"""Who reaches what of meetings."""

from tests.architecture.access import DENIED, ENROL, LOGIN, MOVED, REST, admin_rows, row
from tests.factories.meetings import MaterialFactory, MeetingFactory

ADMIN = "wagtailsnippets_meetings_meeting"
OF_A_MATERIAL = (f"{ADMIN}:material", f"{ADMIN}:remove_material")


def meeting(world):
    return MeetingFactory(network=world.network)


def at(network, **more):
    """The address's arguments of a meeting of that network."""
    return lambda world: {"pk": MeetingFactory(network=getattr(world, network), **more).pk}


def material(world):
    found = MaterialFactory(meeting__network=world.network)
    return {"pk": found.meeting_id, "material_id": found.pk}


ROWS = [
    row(
        "meetings:index",
        get={200: "amina bo cecilia david gunilla henrik ida", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "meetings:meeting", at=at("network"),
        get={200: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "meetings:meeting", "a draft", at=at("network", live=False),
        get={200: "david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "meetings:meeting", "in the archive", at=at("archive"),
        get={200: "david ida", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "meetings:calendar", at=at("network"),
        get={200: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
]  # fmt: skip
ROWS += [
    each for each in admin_rows(ADMIN, of=meeting, may="david", lists="david henrik") if each.name not in OF_A_MATERIAL
]
ROWS += [
    row(
        name,
        at=material,
        get={200: "david", 404: "henrik", DENIED: REST},
        post={(200, MOVED): "david", 404: "henrik", DENIED: REST},
    )
    for name in OF_A_MATERIAL
]


def objects(world):
    for network in (world.network, world.archive, world.other):
        MaterialFactory(meeting__network=network)
        MaterialFactory(meeting__network=network, meeting__live=False)
