"""A withdrawn example leaves a notice at its address, and nothing of what it said."""

import datetime

import pytest
import time_machine
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from casestudies.models import ExamplePage, WithdrawnExample
from tests.factories.casestudies import EnvironmentFactory, ExamplePageFactory


@pytest.fixture
def word(db):
    return EnvironmentFactory()


@pytest.fixture
def example(site, word):
    return ExamplePageFactory(
        parent=site.examples, title="Fiket", slug="fiket", summary="Hemligt nu.", environments=[word]
    )


def test_withdrawn_example_says_that_it_is_gone_since_when_and_what_is_like_it(client, example, site, word):
    ExamplePageFactory(parent=site.examples, title="Liknande", environments=[word])
    with time_machine.travel(datetime.datetime(2026, 3, 4, 12)):
        example.unpublish()
    response = client.get("/goda-exempel/fiket/")
    html = response.content.decode()
    assert response.status_code == 410
    assert "till den 4 mars 2026" in html
    assert "Liknande" in html
    for told in ("Fiket", "Hemligt", "Lindåsa kommun</p>\n      <p>Hemligt"):
        assert told not in html
    assert '<meta name="robots" content="noindex">' in html
    assert not response.cookies


def test_deleted_example_leaves_the_same_notice(client, example):
    ExamplePage.objects.get(pk=example.pk).delete()
    assert client.get("/goda-exempel/fiket/").status_code == 410
    assert WithdrawnExample.objects.get().path == "/goda-exempel/fiket/"


def test_notice_is_in_the_language_of_its_address(client, example, site):
    english = site.translate(example, title="The café", slug="fiket")
    english.refresh_from_db()
    english.unpublish()
    assert client.get("/goda-exempel/fiket/").status_code == 200
    response = client.get("/en/goda-exempel/fiket/")
    assert response.status_code == 410
    assert '<html lang="en">' in response.content.decode()


def test_draft_that_was_never_shown_leaves_nothing(client, site):
    draft = ExamplePageFactory(parent=site.examples, slug="utkast", live=False)
    assert client.get("/goda-exempel/utkast/").status_code == 404
    draft.delete()
    assert client.get("/goda-exempel/utkast/").status_code == 404


def test_example_that_is_published_again_takes_the_notice_away(client, example):
    example.unpublish()
    example.save_revision().publish()
    assert client.get("/goda-exempel/fiket/").status_code == 200
    assert not WithdrawnExample.objects.exists()


def test_withdrawing_twice_keeps_one_notice(client, example):
    for _time in range(2):
        example.save_revision().publish()
        example.refresh_from_db()
        example.unpublish()
    assert WithdrawnExample.objects.count() == 1


def test_redirect_wins_over_the_notice(client, example, site):
    example.unpublish()
    Redirect.add_redirect("/goda-exempel/fiket/", redirect_to=site.news.specific, is_permanent=True)
    response = client.get("/goda-exempel/fiket/")
    assert (response.status_code, response.url) == (301, "/nyheter/")


def test_restricted_example_is_not_listed_as_like_it(client, example, site, word):
    hidden = ExamplePageFactory(parent=site.examples, title="Dolt", environments=[word])
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    example.unpublish()
    assert "Dolt" not in client.get("/goda-exempel/fiket/").content.decode()


def test_other_missing_pages_are_missing(client, example):
    example.unpublish()
    assert client.get("/goda-exempel/fiket-2/").status_code == 404
    assert client.get("/fiket/").status_code == 404
