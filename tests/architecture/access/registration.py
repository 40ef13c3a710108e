"""Who reaches what of registration."""

from django.core import signing

from members.registration.views.applying import RECEIPT_SALT
from tests.architecture.access import DENIED, REST, admin_rows, row
from tests.factories.registration import ApplicationFactory


def network(world):
    return {"slug": world.network.slug}


def receipt(world):
    application = ApplicationFactory(network=world.network)
    return {"slug": world.network.slug, "token": signing.dumps(application.pk, salt=RECEIPT_SALT)}


def application(world):
    return ApplicationFactory(network=world.network)


ROWS = [
    row("registration:networks", get={200: REST}),
    row("registration:apply", at=network, get={200: REST}, post={200: REST}),
    row("registration:receipt", at=receipt, get={200: REST}),
]
# Applications are made on the public site, and nobody removes them.
ADMIN = "wagtailsnippets_registration_application"
ROWS += [
    each
    for each in admin_rows(ADMIN, of=application, may="david", lists="david henrik")
    if each.name not in (f"{ADMIN}:add", f"{ADMIN}:delete")
]
ROWS += [
    row(f"{ADMIN}:add", get={DENIED: REST}),
    row(f"{ADMIN}:delete", at=lambda world: {"pk": application(world).pk}, get={404: "henrik", DENIED: REST}),
]


def objects(world):
    for each in (world.network, world.archive, world.other):
        ApplicationFactory(network=each)
