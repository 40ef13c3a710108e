"""The networks' own pages, in both languages."""

from home.models import NetworkIndexPage, NetworkPage, NetworkParagraph
from members.organisations.models import Organisation
from portal.ops.seed import prose
from portal.ops.seed.content.network_pages import LEAD, PAGES, TITLE
from portal.ops.seed.site import LANGUAGES, add, both


def fill(world, home):
    """Make them; a paragraph that its organisation has not approved waits in the editor's form."""
    index = index_of(home)
    for key, lead, body, paragraphs in PAGES:
        network = world.networks[key]
        pages = add(
            index,
            NetworkPage,
            network=network,
            slug=network.slug,
            title={"sv": network.name, "en": network.name_en or network.name},
            lead=both(lead),
            search_description=both(lead),
            body=both(body, prose.stream),
            is_demonstration=True,
        )
        for order, (name, text, role, day) in enumerate(paragraphs):
            organisation = Organisation.objects.get(name=name, is_demonstration=True)
            for language in LANGUAGES:
                NetworkParagraph.objects.create(
                    page=pages[language],
                    sort_order=order,
                    organisation=organisation,
                    text=getattr(text, language),
                    approved_by_role=getattr(role, language) if role else "",
                    approved_date=day,
                )


def index_of(home):
    """Make the page that lists the networks."""
    return add(home, NetworkIndexPage, slug="natverk", title=both(TITLE), lead=both(LEAD))
