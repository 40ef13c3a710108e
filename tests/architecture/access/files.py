"""Who reaches what of files."""

from tests.architecture.access import ENROL, LOGIN, REST, row
from tests.factories.files import PrivateFileFactory
from tests.factories.meetings import MaterialFactory


def material(world):
    return {"uuid": MaterialFactory(meeting__network=world.network).file.uuid}


def draft(world):
    return {"uuid": MaterialFactory(meeting__network=world.network, meeting__live=False).file.uuid}


def archived(world):
    return {"uuid": MaterialFactory(meeting__network=world.archive).file.uuid}


def ownerless(world):
    return {"uuid": PrivateFileFactory(kind="ingen.alls").uuid}


ROWS = [
    row(
        "files:download", "a material", at=material,
        get={200: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "files:download", "a draft's material", at=draft,
        get={200: "david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "files:download", "in the archive", at=archived,
        get={200: "david ida", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
    row(
        "files:download", "of nobody's kind", at=ownerless,
        get={LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
]  # fmt: skip
