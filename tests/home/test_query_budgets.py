"""How many queries a public page costs: the same for one row and a hundred. Content types and root paths are warm."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from casestudies.models import ExamplePage, PreventionLevel
from tests.factories.casestudies import (
    ActorFactory,
    EnvironmentFactory,
    ExamplePageFactory,
    PreventionLevelFactory,
    TargetGroupFactory,
)
from tests.factories.home import (
    InvitationContactFactory,
    InvitationMeetingFactory,
    InvitationPageFactory,
    NewsPageFactory,
)
from tests.factories.organisations import NetworkFactory

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
def costs(client, django_assert_num_queries):
    """`costs(number, address)`: reading the page costs exactly that many queries in a process that is warm."""

    def check(number, address):
        client.get("/kontakt/")
        ContentType.objects.get_for_models(*apps.get_models())
        with django_assert_num_queries(number):
            response = client.get(address)
        assert response.status_code == 200

    return check


@pytest.fixture
def library(site, rows):
    """As many examples as the test says, each with two terms of every kind."""
    pages = [ExamplePageFactory(parent=site.examples, title=f"Exempel {number}", full=True) for number in range(rows)]
    for path, factory in WORDS.items():
        through, terms = getattr(ExamplePage, path).through, factory.create_batch(2)
        name = factory._meta.model._meta.model_name
        through.objects.bulk_create(through(examplepage=page, **{name: term}) for page in pages for term in terms)


@pytest.fixture
def invitation(site, rows):
    """An open invitation with as many meetings and contacts as the test says."""
    page = InvitationPageFactory(parent=site.invitations, network=NetworkFactory(slug="oppen"))
    for number in range(rows):
        InvitationMeetingFactory(page=page, number=number)
        InvitationContactFactory(page=page)
    return page


def test_start_costs_nine_queries(costs, site, invitation, rows):
    for _number in range(min(rows, 4)):
        NewsPageFactory(parent=site.news)
        ExamplePageFactory(parent=site.examples)
    costs(9, "/")


def test_invitation_costs_nine_queries(costs, invitation):
    costs(9, "/inbjudan/oppen/")


def test_invitation_that_the_settings_name_costs_ten_queries(costs, invitation):
    costs(10, "/inbjudan/")


def test_library_costs_ten_queries(costs, library):
    costs(10, "/goda-exempel/")


def test_library_with_choices_and_words_costs_twelve_queries(costs, library):
    words = "&".join(f"niva={level.slug}" for level in PreventionLevel.objects.all())
    costs(12, f"/goda-exempel/?lan=01&q=exempel&{words}")


def test_example_costs_nine_queries(costs, library):
    costs(9, "/goda-exempel/exempel-0/")


def test_news_costs_eight_queries(costs, site, rows):
    for _number in range(rows):
        NewsPageFactory(parent=site.news)
    costs(8, "/nyheter/")


def test_search_costs_seven_queries(costs, site, rows):
    for number in range(rows):
        NewsPageFactory(parent=site.news, title=f"Rapport {number}")
    costs(7, "/sok/?q=rapport")


def test_page_in_english_costs_no_more(costs, site):
    site.translate(site.examples)
    costs(8, "/goda-exempel/")
    costs(8, "/en/goda-exempel/")
