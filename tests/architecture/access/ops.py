"""Who starts the next network: those who coordinate the last one, and administrators."""

from tests.architecture.access import DENIED, REST, row


def last(world):
    return {"pk": world.archive.pk}


ROWS = [
    row("next_network:choose", get={200: "david henrik fredrik", DENIED: REST}),
    row(
        "next_network:start", at=last,
        get={200: "david fredrik", DENIED: REST},
        post={200: "david fredrik", DENIED: REST},
    ),
]  # fmt: skip
