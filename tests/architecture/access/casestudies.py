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
from tests.factories.contributions import AdaptationFactory, TipFactory
from tests.factories.home import public_site

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
    return ExamplePageFactory(parent=public_site().examples).url


def slug(world):
    return {"slug": ExamplePageFactory(parent=public_site().examples).slug}


def number(world):
    return {"pk": ExamplePageFactory(parent=public_site().examples).pk}


def library(world):
    public_site()
    return {}


def use():
    return AdaptationFactory(example=ExamplePageFactory(parent=public_site().examples))


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
    row("casestudies:compare", get=OPEN),
    row("casestudies:contact", at=slug, get=OPEN, post=OPEN),
    row("casestudies:contact_sent", at=slug, get=OPEN),
    row("casestudies:use", at=slug, get=OPEN, post=OPEN),
    row("casestudies:use_sent", at=slug, get=OPEN),
    row("casestudies:tip", at=library, get=OPEN, post=OPEN),
    row("casestudies:tip_sent", get=OPEN),
    row("wagtail_serve", "ExampleIndexPage", at=lambda world: public_site().examples.url, get=OPEN),
    row("wagtail_serve", "ExamplePage", at=example, get=OPEN),
]
# What readers send is written by nobody in the admin, and a tip's words are the reader's own.
NOBODY = {DENIED: " ".join(EVERYONE)}
CLOSED = {"adaptation": ("add",), "tip": ("add", "edit", "usage")}
for name, factory in {**WORDS, "adaptation": use, "tip": TipFactory}.items():
    for namespace in (f"wagtailsnippets_casestudies_{name}", f"wagtailsnippetchoosers_casestudies_{name}"):
        for address, arguments in addresses_in(namespace).items():
            who = NOBODY if address in CLOSED.get(name, ()) else KEEPERS
            place = at(factory, arguments) if arguments else None
            ROWS.append(row(f"{namespace}:{address}", at=place, get=who, post=who))
