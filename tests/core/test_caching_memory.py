"""The content's token: it changes with what public pages show, however that is written, and with nothing else."""

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from wagtail.models import Locale, PageViewRestriction

from casestudies.models import Environment
from home.models import NewsPage, PortalSettings
from members.organisations.models import Network
from portal.core.caching import memory, watching
from portal.core.models import ContentVersion
from tests.factories.casestudies import EnvironmentFactory, ExamplePageFactory
from tests.factories.home import NewsPageFactory, public_site
from tests.factories.organisations import NetworkFactory


def token():
    return ContentVersion.objects.get().token


@pytest.fixture
def site(db):
    return public_site()


@pytest.fixture
def changes(site):
    """`changes(what)`: whether doing it changes the token."""

    def check(what):
        before = token()
        what()
        return token() != before

    return check


def test_token_changes_with_a_published_page(changes, site):
    news = NewsPageFactory(parent=site.news)
    assert changes(lambda: news.save_revision().publish())
    assert changes(news.unpublish)
    assert changes(news.delete)


def test_token_stands_when_a_draft_is_saved(changes, site):
    news = NewsPageFactory(parent=site.news)
    news.title = "Ett utkast"
    assert not changes(news.save_revision)


def test_token_changes_with_what_no_signal_tells_of(changes, site):
    news = NewsPageFactory(parent=site.news)
    NetworkFactory()
    assert changes(lambda: NewsPage.objects.filter(pk=news.pk).update(summary="Ändrad"))
    assert changes(lambda: Network.objects.update(name="Ändrat"))
    assert changes(lambda: Environment.objects.bulk_create([Environment(name="Ny", slug="ny")]))


def test_token_changes_when_a_page_is_moved_or_restricted(changes, site):
    news = NewsPageFactory(parent=site.news)
    assert changes(lambda: news.move(site.home, pos="last-child"))
    assert changes(
        lambda: PageViewRestriction.objects.create(page=site.news, restriction_type=PageViewRestriction.LOGIN)
    )


def test_token_changes_with_words_settings_and_languages(changes, site):
    example = ExamplePageFactory(parent=site.examples)
    environment = EnvironmentFactory()
    through = type(example).environments.through
    assert changes(lambda: through.objects.create(examplepage=example, environment=environment))
    assert changes(lambda: PortalSettings.objects.create(contact_email="a@skr.example", site_id=1))
    assert changes(lambda: Locale.objects.filter(language_code="en").update(language_code="en-gb"))


def test_token_stands_when_members_work(changes, world):
    assert not changes(lambda: type(world.amina).objects.update(is_active=True))


def test_token_is_never_given_twice_even_when_a_change_is_undone(site):
    news = NewsPageFactory(parent=site.news)
    seen = {token()}
    for _time in range(3):
        with transaction.atomic():
            news.save()
            seen.add(token())
            transaction.set_rollback(True)
    assert len(seen) == 4


def test_token_begins_with_the_second_of_the_change(changes, site):
    assert changes(site.news.save)
    second = int(token().partition("-")[0])
    assert 1_700_000_000 < second < 4_000_000_000


def test_remembered_is_built_once_for_each_state_of_the_content(site):
    built = []

    def ask():
        request = RequestFactory().get("/")
        return memory.remembered(request, "test", lambda: built.append(1) or len(built))

    assert [ask(), ask()] == [1, 1]
    site.news.save()
    assert [ask(), ask()] == [2, 2]


def test_remembered_is_built_anew_for_whatever_may_change_the_content(site):
    request = RequestFactory().post("/")
    assert [memory.remembered(request, "test-post", list) is memory.remembered(request, "test-post", list)] == [False]


def test_watching_reaches_every_table(site):
    """What is declared exists, with a trigger for each way to change it."""
    with connection.cursor() as cursor:
        cursor.execute(watching.SQL[connection.vendor]["find"], [watching.PREFIX + "%"])
        tables = sorted(table for _name, table in cursor.fetchall())
    assert tables == sorted([*watching.watched()] * 3)
    assert {"wagtailcore_page", "casestudies_environment", "home_portalsettings", "organisations_network"} < set(tables)


def test_watching_can_be_done_twice(site):
    before = token()
    watching.watch()
    watching.watch()
    assert token() != before
