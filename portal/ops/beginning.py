"""The first day of a portal in production: page tree, official list, founding network, and an administrator.

The texts are the demonstration's. What they say of who answers, and where, is the host's own to say: the pages of text
are drafts, which an administrator reads, changes and publishes.
"""

from django.db import transaction
from wagtail.models import Site

from home.models import HomePage, InvitationIndexPage, NewsIndexPage, PortalSettings
from members.organisations.enums import OrganisationKind, Role
from members.organisations.models import Organisation
from members.organisations.services import invite
from portal.ops import register
from portal.ops.seed import examples, network_pages, people, site
from portal.ops.seed.content import invitations, news


class HasBegun(Exception):
    """There are pages already."""


@transaction.atomic
def begin(*, email, organisation_name):
    """Make what an empty portal needs, mail its first administrator a link to join, and return the invitation.

    Raises HasBegun when there is a home page.
    """
    if HomePage.objects.exists():
        raise HasBegun
    register.load()
    home = site.start()
    site.pages_of_text(home, live=False)
    site.add(home, NewsIndexPage, slug="nyheter", title=site.both(news.TITLE), lead=site.both(news.LEAD))
    examples.library_of(home)
    network_pages.index_of(home)
    network = people.founding_network()
    index = site.add(home, InvitationIndexPage, slug="inbjudan", title=site.both(invitations.TITLE))
    site.founding_invitation(index, network)
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.invitation_network = network
    settings.save()
    host, _is_new = Organisation.objects.get_or_create(
        name=organisation_name, defaults={"kind": OrganisationKind.OTHER}
    )
    return invite(email=email, organisation=host, by=None, role=Role.ADMINISTRATOR)
