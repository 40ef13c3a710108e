"""Who reads mailings, and who writes them."""

from django.utils import timezone

from members.mailings.enums import Audience
from members.mailings.models import MailingReceipt
from tests.architecture.access import ENROL, LOGIN, MOVED, REST, row
from tests.factories.mailings import MailingFactory

INSIDE = "amina bo cecilia david gunilla henrik ida"
HALF_IN = {LOGIN: "anonymous", ENROL: "klara"}


def draft(world):
    return {"pk": MailingFactory(network=world.network).pk}


def sent(world):
    return {"pk": MailingFactory(network=world.network, sent_at=timezone.now()).pk}


def to_contact_persons(world):
    made = MailingFactory(network=world.network, audience=Audience.CONTACT_PERSONS, sent_at=timezone.now())
    MailingReceipt.objects.create(mailing=made, user=world.amina, organisation=world.lindasa)
    return {"pk": made.pk}


def archived_draft(world):
    return {"pk": MailingFactory(network=world.archive).pk}


COORDINATES = {200: "david", **HALF_IN, 404: REST}

ROWS = [
    row("mailings:archive", get={200: INSIDE, **HALF_IN, 404: REST}),
    row("mailings:write", get={200: "david henrik", 403: "amina bo cecilia gunilla ida", **HALF_IN, 404: REST}),
    row("mailings:mailing", at=sent, get={200: "amina bo cecilia david", **HALF_IN, 404: REST}),
    row(
        "mailings:mailing", "to contact persons", at=to_contact_persons, get={200: "amina david", **HALF_IN, 404: REST}
    ),
    row("mailings:mailing", "draft", at=draft, get={MOVED: "david", **HALF_IN, 404: REST}),
    row("mailings:change", at=draft, get=COORDINATES),
    row("mailings:change", "in the archive", at=archived_draft, get={403: "david", **HALF_IN, 404: REST}),
    row(
        "mailings:change",
        "sent",
        at=sent,
        get={403: "amina bo cecilia david", **HALF_IN, 404: REST},
        post={200: "david", 403: "amina bo cecilia", **HALF_IN, 404: REST},
    ),
    row("mailings:send", at=draft, get=COORDINATES),
    row("mailings:send", "in the archive", at=archived_draft, get={403: "david", **HALF_IN, 404: REST}),
    row(
        "mailings:discard",
        at=draft,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "david", **HALF_IN, 404: REST},
    ),
]


def objects(world):
    """Drafts and sent ones in all three networks, and one to contact persons."""
    for network in (world.network, world.archive, world.other):
        MailingFactory(network=network)
        MailingFactory(network=network, sent_at=timezone.now())
    to_contact_persons(world)
