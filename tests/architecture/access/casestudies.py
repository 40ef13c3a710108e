"""Who gets what of the library: everybody reads, editors and administrators keep its words."""

from tests.architecture.access import DENIED, EVERYONE, MOVED, REST, row
from tests.architecture.access.table import addresses_in, quote
from tests.factories.casestudies import (
    ActorFactory,
    EnvironmentFactory,
    ExamplePageFactory,
    PreventionLevelFactory,
    TargetGroupFactory,
)
from tests.factories.home import PublicSite

OPEN = {200: " ".join(EVERYONE)}
# The words belong to no network, so whoever may not keep them is simply turned away.
KEEPERS = {(200, 400, 405, MOVED): "eva fredrik", DENIED: REST}
WORDS = {
    "actor": ActorFactory,
    "environment": EnvironmentFactory,
    "preventionlevel": PreventionLevelFactory,
    "targetgroup": TargetGroupFactory,
}


def at(factory, arguments):
    """The arguments of an address about one word."""
    return lambda world: {argument: quote(term.pk) for term in [factory()] for argument in arguments}


def example(world):
    return ExamplePageFactory(parent=PublicSite().examples).url


def slug(world):
    return {"slug": ExamplePageFactory(parent=PublicSite().examples).slug}


def number(world):
    return {"pk": ExamplePageFactory(parent=PublicSite().examples).pk}


ROWS = [
    row("casestudies:feed", get=OPEN),
    row("casestudies:csv_file", get=OPEN),
    row("casestudies:ris_file", get=OPEN),
    row("casestudies:evidence", get=OPEN),
    row("casestudies:example_ris", at=slug, get=OPEN),
    row("casestudies:api", get=OPEN),
    row("api:examples", get=OPEN, post={405: " ".join(EVERYONE)}),
    row("api:example", at=number, get=OPEN, post={405: " ".join(EVERYONE)}),
    row("api:schema", get=OPEN),
    row("wagtail_serve", "ExampleIndexPage", at=lambda world: PublicSite().examples.url, get=OPEN),
    row("wagtail_serve", "ExamplePage", at=example, get=OPEN),
]
for name, factory in WORDS.items():
    for namespace in (f"wagtailsnippets_casestudies_{name}", f"wagtailsnippetchoosers_casestudies_{name}"):
        ROWS += [
            row(f"{namespace}:{address}", at=at(factory, arguments) if arguments else None, get=KEEPERS, post=KEEPERS)
            for address, arguments in addresses_in(namespace).items()
        ]
