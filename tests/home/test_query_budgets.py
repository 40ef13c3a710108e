"""How many queries a public page costs that is not in the cache: the same for one row and a hundred.

Content types and what the process remembers of the content are warm. Three are common to all pages: the content's
token, the page's address with all that stands around it, and the page itself.
"""

import functools
import re

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents.models import Document

from casestudies.enums import AdaptationState
from casestudies.models import ExampleDocument, ExamplePage, PreventionLevel
from tests.factories.casestudies import (
    ActorFactory,
    EnvironmentFactory,
    ExamplePageFactory,
    PreventionLevelFactory,
    TargetGroupFactory,
)
from tests.factories.contributions import AdaptationFactory
from tests.factories.home import (
    InvitationContactFactory,
    InvitationMeetingFactory,
    InvitationPageFactory,
    NewsPageFactory,
    public_site,
)
from tests.factories.organisations import NetworkFactory
from tests.replayed import Replayed

WORDS = {
    "environments": EnvironmentFactory,
    "levels": PreventionLevelFactory,
    "target_groups": TargetGroupFactory,
    "actors": ActorFactory,
}


@pytest.fixture(params=[1, 100])
def rows(request):
    return request.param


@pytest.fixture
def costs(client):
    """`costs(number, address)`: reading the page costs exactly that many queries in a process that is warm."""

    def check(number, address):
        client.get(address)
        ContentType.objects.get_for_models(*apps.get_models())
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert response.status_code == 200
        assert len(asked) == number, "\n".join([f"{address} asked {len(asked)} times:", *map(told, asked)])

    return check


def told(query):
    """What a query is about: where it reads, and the beginning of what it asks."""
    tables = re.findall(r'(?:FROM|JOIN) "?(\w+)"?', query["sql"])
    condition = query["sql"].partition(" WHERE ")[2][:120]
    return f"  {', '.join(dict.fromkeys(tables))}: {condition}"


@functools.cache
def library_of(number):
    return Replayed(functools.partial(build_library, number))


def build_library(number):
    examples = public_site().examples
    pages = [ExamplePageFactory(parent=examples, title=f"Exempel {place}", full=True) for place in range(number)]
    for path, factory in WORDS.items():
        through, terms = getattr(ExamplePage, path).through, factory.create_batch(2)
        name = factory._meta.model._meta.model_name
        through.objects.bulk_create(through(examplepage=page, **{name: term}) for page in pages for term in terms)


@pytest.fixture
def library(db, rows):
    """As many examples as the test says, each with two terms of every kind."""
    library_of(rows)()


@pytest.fixture
def invitation(site, rows):
    """An open invitation with as many meetings and contacts as the test says."""
    page = InvitationPageFactory(parent=site.invitations, network=NetworkFactory(slug="oppen"))
    for number in range(rows):
        InvitationMeetingFactory(page=page, number=number)
        InvitationContactFactory(page=page)
    return page


def test_start_keeps_to_its_budget(costs, site, invitation, rows):
    for _number in range(min(rows, 4)):
        NewsPageFactory(parent=site.news)
        ExamplePageFactory(parent=site.examples)
    costs(6, "/")


def test_invitation_keeps_to_its_budget(costs, invitation):
    costs(6, "/inbjudan/oppen/")


def test_invitation_that_the_settings_name_keeps_to_its_budget(costs, invitation):
    costs(6, "/inbjudan/")


def test_library_keeps_to_its_budget(costs, library):
    costs(4, "/goda-exempel/")


def test_library_with_choices_and_words_keeps_to_its_budget(costs, library, rows):
    words = "&".join(f"niva={level.slug}" for level in PreventionLevel.objects.all())
    # With fewer than three hits one more asks what else the reader may have meant.
    costs(5 if rows >= 3 else 6, f"/goda-exempel/?lan=01&q=exempel&{words}")


@pytest.mark.parametrize("query", ["?vy=karta", "?ordning=titel", "?miljo=finns-inte", "?q=exempel&ordning=nyast"])
def test_library_seen_otherwise_keeps_to_its_budget(costs, library, rows, query):
    few = 1 if "q=" in query and rows < 3 else 0
    # An empty list has no examples to ask for.
    costs({"?miljo=finns-inte": 3, "?q=exempel&ordning=nyast": 5}.get(query, 4) + few, f"/goda-exempel/{query}")


def test_example_keeps_to_its_budget(costs, library, rows):
    # Those that are like it are asked for when there are any.
    costs(4 if rows > 1 else 3, "/goda-exempel/exempel-0/")


def test_example_with_documents_and_uses_keeps_to_its_budget(costs, library, rows):
    page = ExamplePage.objects.get(slug="exempel-0")
    for number in range(rows):
        AdaptationFactory(example=page, state=AdaptationState.PUBLISHED)
        document = Document.objects.create(title=f"Bilaga {number}", file=ContentFile(b"text", name="a.txt"))
        ExampleDocument.objects.create(page=page, document=document)
    costs(6 if rows > 1 else 5, "/goda-exempel/exempel-0/")


def test_news_keeps_to_its_budget(costs, site, rows):
    for _number in range(rows):
        NewsPageFactory(parent=site.news)
    costs(5, "/nyheter/")


def test_search_keeps_to_its_budget(costs, site, rows):
    # With fewer than three hits one more asks what else the reader may have meant.
    for number in range(max(rows, 3)):
        NewsPageFactory(parent=site.news, title=f"Rapport {number}")
    costs(3, "/sok/?q=rapport")


def test_page_in_english_costs_no_more(costs, site):
    site.translate(site.examples)
    costs(3, "/goda-exempel/")
    costs(3, "/en/goda-exempel/")
