"""Who may make a passkey, and show one."""

from tests.architecture.access import AWAY, DENIED, ENROL, LOGIN, MOVED, REST, row
from tests.factories.signon import IdentityFactory, PasskeyFactory, ProviderFactory


def provider(world):
    """Lindåsa's, whose people are Amina and Bo."""
    return {"pk": ProviderFactory(organisation=world.lindasa).pk}


def switched_off(world):
    return {"pk": ProviderFactory(organisation=world.lindasa, is_on=False).pk}


def identity_of_bo(world):
    return {"pk": IdentityFactory(user=world.bo, provider=ProviderFactory(organisation=world.lindasa)).pk}


# A code that was shown long ago: those who are inside are asked for another.
STALE = {LOGIN: "anonymous", ENROL: "klara", MOVED: REST}
ADMIN = {200: "fredrik", DENIED: REST}
GUARDED = {MOVED: "fredrik", DENIED: REST}

ROWS = [
    # Anybody may try a key; nothing that a form sends is one.
    row("signon:begin_login", get={405: REST}, post={200: REST}),
    row("signon:finish_login", get={405: REST}, post={400: REST}),
    # Whoever is inside shows a code once more before another key is made.
    row("signon:passkeys", get={LOGIN: "anonymous", 200: "klara", MOVED: REST}),
    row("signon:begin_passkey", get={405: REST}, post={200: "klara", 403: REST}),
    row("signon:finish_passkey", get={405: REST}, post={400: "klara", 403: REST}),
    # Anybody may set out; whoever is inside already is led on.
    row("signon:organisations", get={200: REST}, post={LOGIN: REST}),
    row("signon:begin_sign_on", at=provider, get={AWAY: "eva fredrik", MOVED: REST}),
    row("signon:begin_sign_on", "switched off", at=switched_off, get={404: REST}),
    row("signon:finish_sign_on", at=provider, get={MOVED: REST}),
    row("signon:not_signed_on", get={403: REST}),
    # Whoever has a factor of the portal's own shows that one.
    row("signon:begin_confirm", get={LOGIN: "anonymous", ENROL: "klara", MOVED: REST}),
    row("signon:link", get={MOVED: REST}),
    row("signon:begin_link", at=provider, get=STALE),
    row("signon:unlink", at=identity_of_bo, get=STALE, post=STALE),
    row("signon_providers", get=ADMIN),
    row("signon_add_provider", get=GUARDED),
    row("signon_provider", at=provider, get=GUARDED),
]


def objects(world):
    """Two people with a passkey beside the app, and two who sign on at their organisation."""
    IdentityFactory(user=world.bo, provider=ProviderFactory(organisation=world.lindasa))
    IdentityFactory(user=world.fredrik, provider=ProviderFactory(organisation=world.skr))
    PasskeyFactory(user=world.bo)
    PasskeyFactory(user=world.fredrik)
