"""Everything that a public page reads is watched: no table is forgotten by who writes the next view."""

import re

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import InvitationPage
from portal.core.caching import watching
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import InvitationMeetingFactory, InvitationPageFactory, NewsPageFactory, public_site
from tests.factories.organisations import NetworkFactory

# What tells nothing of the content.
OTHERS = {"core_contentversion", "django_content_type", "wagtailredirects_redirect"}

PAGES = ["/", "/inbjudan/", "/inbjudan/oppen/", "/goda-exempel/", "/goda-exempel/ett/", "/nyheter/", "/nyheter/nytt/"]
FILES = ["/kontakt/", "/sok/", "/sitemap.xml", "/robots.txt", "/goda-exempel/atom.xml", "/nyheter/atom.xml"]


@pytest.fixture
def site(db):
    site = public_site()
    page = InvitationPageFactory(parent=site.invitations, network=NetworkFactory(slug="oppen"))
    InvitationMeetingFactory(page=page)
    NewsPageFactory(parent=site.news, slug="nytt")
    ExamplePageFactory(parent=site.examples, slug="ett", full=True)
    ExamplePageFactory(parent=site.examples, slug="tva", full=True)
    return site


@pytest.mark.parametrize("address", PAGES + FILES)
def test_what_a_kept_page_reads_is_watched(client, site, address):
    ContentType.objects.get_for_models(*apps.get_models())
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("public")
    read = {table for query in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
    forgotten = read - set(watching.watched()) - OTHERS
    assert not forgotten, (
        f"{address} is kept, but a change of {', '.join(sorted(forgotten))} would not show on it. "
        "Declare the models with portal.core.caching.shows in the app's ready()."
    )


def test_models_of_pages_are_all_watched():
    tables = {model._meta.db_table for model in apps.get_models() if issubclass(model, InvitationPage)}
    assert tables <= set(watching.watched())
