"""Who gets what of the public site: everybody everything that is public, administrators what readers have told."""

from collections import namedtuple

from home.models import AccessibilityMessage
from portal.core.sharing import picture_url
from tests.architecture.access import DENIED, EVERYONE, MOVED, REST, row
from tests.architecture.access.table import addresses_in, quote
from tests.factories.home import (
    AccessibilityPageFactory,
    InvitationPageFactory,
    NetworkIndexPageFactory,
    NetworkPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    public_site,
)

OPEN = {200: " ".join(EVERYONE)}


def page(make):
    """The address of what `make` puts on the site."""
    return lambda world: make(public_site(), world).url


def invitation(site, world):
    """The published invitation to the running network."""
    return InvitationPageFactory(parent=site.invitations, network=world.network)


def file_of_invitation(name):
    """The address of a file that is made from the invitation."""
    return page(lambda site, world: File(f"{invitation(site, world).url}{name}"))


File = namedtuple("File", "url")


def networks(site, world):
    """The place of the networks' pages."""
    return NetworkIndexPageFactory(parent=site.home)


def network(site, world):
    """The page of the running network."""
    return NetworkPageFactory(parent=networks(site, world), network=world.network)


ROWS = [
    row("home:tell_me", get={MOVED: " ".join(EVERYONE)}),
    row("home:calendar", at=file_of_invitation("traffar.ics"), get=OPEN),
    row("home:sheet", at=file_of_invitation("invitation.pdf"), get=OPEN),
    row("home:decision", at=file_of_invitation("beslutsunderlag.docx"), get=OPEN),
    row("share_picture", at=page(lambda site, world: File(picture_url(site.news, "sv"))), get=OPEN),
    row("health", get=OPEN),
    row("home:search", get=OPEN),
    row("home:news_feed", get=OPEN),
    row("home:sitemap", get=OPEN),
    row("home:robots", get=OPEN),
    row("wagtail_serve", "HomePage", at=page(lambda site, world: site.home), get=OPEN),
    row("wagtail_serve", "InvitationIndexPage", at=page(lambda site, world: site.invitations), get=OPEN),
    row(
        "wagtail_serve",
        "InvitationPage",
        at=page(lambda site, world: InvitationPageFactory(parent=site.invitations, network=world.network)),
        get=OPEN,
    ),
    row("wagtail_serve", "NetworkIndexPage", at=page(networks), get=OPEN),
    row("wagtail_serve", "NetworkPage", at=page(network), get=OPEN),
    row("wagtail_serve", "NewsIndexPage", at=page(lambda site, world: site.news), get=OPEN),
    row("wagtail_serve", "NewsPage", at=page(lambda site, world: NewsPageFactory(parent=site.news)), get=OPEN),
    row("wagtail_serve", "StandardPage", at=page(lambda site, world: StandardPageFactory(parent=site.home)), get=OPEN),
    row(
        "wagtail_serve",
        "AccessibilityPage",
        at=page(lambda site, world: AccessibilityPageFactory(parent=site.home)),
        get=OPEN,
    ),
    row("home:tell_of_barrier", get=OPEN, post=OPEN),
    row("home:barrier_told", get=OPEN),
    row("wagtail_serve", "ContactPage", at=page(lambda site, world: site.contact), get=OPEN),
]

ROWS += [
    row("invitation_import:upload", get={200: "david henrik fredrik", DENIED: REST}),
    row(
        "invitation_import:review",
        get={MOVED: "david henrik fredrik", DENIED: REST},
        post={200: "david henrik fredrik", DENIED: REST},
    ),
]


def message(arguments):
    """The arguments of an address about one message, if it has any."""

    def at(world):
        told = AccessibilityMessage.objects.create(text="Knappen", language="sv")
        return {argument: quote(told.pk) for argument in arguments}

    return at if arguments else None


# What readers told of barriers is for administrators; nobody writes one in the admin.
ADMINISTRATOR = {(200, 400, 405, MOVED): "fredrik", DENIED: REST}
NOBODY = {DENIED: " ".join(EVERYONE)}
MESSAGES = "wagtailsnippets_home_accessibilitymessage"
for address, arguments in addresses_in(MESSAGES).items():
    who = NOBODY if address == "add" else ADMINISTRATOR
    ROWS.append(row(f"{MESSAGES}:{address}", at=message(arguments), get=who, post=who))
