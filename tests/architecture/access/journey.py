"""Who may open the start page and the organisation's work."""

from tests.architecture.access import ENROL, LOGIN, REST, row

INSIDE = "amina bo cecilia david gunilla henrik ida"

ROWS = [
    row("journey:start", get={200: INSIDE, LOGIN: "anonymous", ENROL: "klara", 404: REST}),
    row("journey:our_work", get={200: INSIDE, LOGIN: "anonymous", ENROL: "klara", 404: REST}),
]
