"""Who starts the next network: those who coordinate the last one, and administrators. These alone end one."""

from tests.architecture.access import DENIED, MOVED, REST, row


def last(world):
    return {"pk": world.archive.pk}


def running(world):
    return {"pk": world.network.pk}


ROWS = [
    row("next_network:choose", get={200: "david henrik fredrik", DENIED: REST}),
    row(
        "next_network:start", at=last,
        get={200: "david fredrik", DENIED: REST},
        post={200: "david fredrik", DENIED: REST},
    ),
    row(
        "network_ending:archive", at=running,
        get={200: "fredrik", DENIED: REST},
        post={MOVED: "fredrik", DENIED: REST},
    ),
    row(
        "network_ending:reopen", at=last,
        get={200: "fredrik", DENIED: REST},
        post={MOVED: "fredrik", DENIED: REST},
    ),
]  # fmt: skip
