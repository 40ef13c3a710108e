"""Who may search the extranet."""

from tests.architecture.access import ENROL, LOGIN, REST, row

ROWS = [
    row(
        "search:index",
        get={200: "amina bo cecilia david gunilla henrik ida", LOGIN: "anonymous", ENROL: "klara", 404: REST},
    ),
]
