"""Who gets what of the public site: everybody everything."""

from tests.architecture.access import EVERYONE, row
from tests.factories.home import InvitationPageFactory, NewsPageFactory, PublicSite, StandardPageFactory

OPEN = {200: " ".join(EVERYONE)}


def page(make):
    """The address of what `make` puts on the site."""
    return lambda world: make(PublicSite(), world).url


ROWS = [
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
    row("wagtail_serve", "NewsIndexPage", at=page(lambda site, world: site.news), get=OPEN),
    row("wagtail_serve", "NewsPage", at=page(lambda site, world: NewsPageFactory(parent=site.news)), get=OPEN),
    row("wagtail_serve", "StandardPage", at=page(lambda site, world: StandardPageFactory(parent=site.home)), get=OPEN),
    row("wagtail_serve", "ContactPage", at=page(lambda site, world: site.contact), get=OPEN),
]
