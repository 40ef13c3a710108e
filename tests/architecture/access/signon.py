"""Who may make a passkey, and show one."""

from tests.architecture.access import LOGIN, MOVED, REST, row
from tests.factories.signon import PasskeyFactory

ROWS = [
    # Anybody may try a key; nothing that a form sends is one.
    row("signon:begin_login", get={405: REST}, post={200: REST}),
    row("signon:finish_login", get={405: REST}, post={400: REST}),
    # Whoever is inside shows a code once more before another key is made.
    row("signon:passkeys", get={LOGIN: "anonymous", 200: "klara", MOVED: REST}),
    row("signon:begin_passkey", get={405: REST}, post={200: "klara", 403: REST}),
    row("signon:finish_passkey", get={405: REST}, post={400: "klara", 403: REST}),
]


def objects(world):
    """Two people with a passkey beside the app."""
    PasskeyFactory(user=world.bo)
    PasskeyFactory(user=world.fredrik)
