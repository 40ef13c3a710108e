"""Who reaches what of registration."""

import uuid

from django.core import signing

from members.registration import services
from members.registration.models import ApplicationDraft, DraftLink
from members.registration.models.links import token_of
from members.registration.views.applying import RECEIPT_SALT
from tests.architecture.access import DENIED, MOVED, REST, admin_rows, row
from tests.factories.registration import (
    ApplicationFactory,
    ApplicationPersonFactory,
    InvoiceLineFactory,
    OnBehalfFactory,
)


def network(world):
    return {"slug": world.network.slug}


def receipt(world):
    application = ApplicationFactory(network=world.network)
    return {"slug": world.network.slug, "token": signing.dumps(application.pk, salt=RECEIPT_SALT)}


def draft(world):
    token = services.begin(network=world.network, key=uuid.uuid4(), values={}, language="sv")
    return {"slug": world.network.slug, "token": token}


def written(world):
    """A draft that the coordinator has written on behalf of an organisation."""
    where = draft(world)
    OnBehalfFactory(draft=ApplicationDraft.objects.get(links__digest=DraftLink.digest_of(where["token"])))
    return where


def waiting(world):
    return {"waiting_id": OnBehalfFactory(draft__network=world.network).pk}


def own(world):
    person = ApplicationPersonFactory(application__network=world.network)
    return {"slug": world.network.slug, "token": token_of(person)}


def registrar(world):
    token = services.make_registrar_link(target=application(world), key=uuid.uuid4())
    return {"slug": world.network.slug, "token": token}


def step(world):
    return draft(world) | {"step": "personer"}


def application(world):
    return ApplicationFactory(network=world.network)


ROWS = [
    row("registration:networks", get={200: REST}),
    row("registration:apply", at=network, get={200: REST}, post={200: REST}),
    row("registration:receipt", at=receipt, get={200: REST}),
    # So it is with an application that has been sent: the contact person's own link, whoever follows it.
    row("registration:own", at=own, get={200: REST}, post={200: REST}),
    row("registration:own", "with a forged link", at=lambda world: own(world) | {"token": "x"}, get={410: REST}),
    row("registration:own_names", at=own, get={200: REST}, post={MOVED: REST}, data={"participants": "Pelle"}),
    row("registration:own_decision", at=own, get={200: REST}, post={200: REST}),
    row("registration:own_invoice", at=own, get={200: REST}, post={200: REST}),
    row("registration:own_postpone", at=own, get={200: REST}, post={MOVED: REST}, data={"decision_date": "2999-01-01"}),
    row("registration:own_registrar", at=own, get={200: REST}, post={200: REST}),
    row("registration:own_offer", at=own, get={405: REST}, post={MOVED: REST}, data={"svar": "ja"}),
    row("registration:own_withdraw", at=own, get={200: REST}, post={MOVED: REST}, data={"reason": "Tid"}),
    row("registration:renew_own_link", at=own, get={405: REST}, post={200: REST}),
    row("registration:link_sent", at=network, get={200: REST}),
    # The link alone is the right to a draft, whoever holds it; another's opens nothing.
    row("registration:draft", at=draft, get={MOVED: REST}),
    row("registration:step", at=step, get={200: REST}, post={200: REST}),
    row("registration:step", "with a link of nobody's", at=lambda world: step(world) | {"token": "x"}, get={410: REST}),
    row("registration:draft_registrar", at=draft, get={200: REST}, post={200: REST}),
    # The registrar's link is the right to leave a decision, whoever holds it, and to nothing else.
    row("registration:registrar", at=registrar, get={200: REST}, post={200: REST}),
    row("registration:registrar", "of nobody's", at=lambda world: registrar(world) | {"token": "x"}, get={410: REST}),
    row("registration:registrar_receipt", at=registrar, get={MOVED: REST}),
    row("registration:autosave", at=step, get={405: REST}, post={200: REST}),
    row("registration:later", at=draft, get={200: REST}, post={200: REST}),
    row("registration:renew_link", at=draft, get={405: REST}, post={200: REST}),
    # So it is with what a coordinator wrote: whoever holds the link may read it and decline.
    row("registration:send", "on behalf", at=written, get={200: REST}, post={409: REST}),
    row("registration:decline", at=written, get={200: REST}, post={MOVED: REST}, data={"reason": "Nej"}),
    row("registration:decline", "an own draft", at=draft, get={404: REST}),
    row("registration:declined", at=network, get={200: REST}),
    row("registration:send", at=draft, get={200: REST}, post={409: REST}),
]
# Applications are made on the public site, and nobody removes them.
ADMIN = "wagtailsnippets_registration_application"
ROWS += [
    each
    for each in admin_rows(ADMIN, of=application, may="david", lists="david henrik")
    if each.name.removeprefix(f"{ADMIN}:") not in ("add", "delete", "remind", "remove")
]
ROWS += [
    row(f"{ADMIN}:add", get={DENIED: REST}),
    # What waits to be confirmed is its own network's coordinators' to remind of and to take back.
    *(
        row(
            f"{ADMIN}:{name}",
            at=waiting,
            get={200: "david", 404: "henrik", DENIED: REST},
            post={MOVED: "david", 404: "henrik", DENIED: REST},
            data={"email": "kajsa@granberg.example"},
        )
        for name in ("remind", "remove")
    ),
    row(f"{ADMIN}:delete", at=lambda world: {"pk": application(world).pk}, get={404: "henrik", DENIED: REST}),
]


def objects(world):
    for each in (world.network, world.archive, world.other):
        InvoiceLineFactory(application=ApplicationFactory(network=each))
        OnBehalfFactory(draft__network=each)
