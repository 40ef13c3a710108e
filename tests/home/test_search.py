"""The search of the site: kinds with their counts, marked words, a guess at what was meant."""

import re

import pytest

from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import InvitationPageFactory, NewsPageFactory, StandardPageFactory


@pytest.fixture
def pages(site):
    """One page of each kind, and one more example."""
    for number in range(2):
        ExamplePageFactory(parent=site.examples, title=f"Lägesbild nummer {number}")
    InvitationPageFactory(parent=site.invitations, title="Nätverk för lägesbild")
    NewsPageFactory(parent=site.news, title="Ny lägesbild")
    StandardPageFactory(parent=site.home, title="Vad är en lägesbild?")


def kinds(html):
    """{kind: how many} as the page shows them."""
    return {name: int(count) for name, count in re.findall(r'>(\w[\w ]*) <span class="count">(\d+)</span>', html)}


def test_search_counts_each_kind(client, pages):
    html = client.get("/sok/?q=lägesbild").text

    assert kinds(html) == {"Allt": 5, "Goda exempel": 2, "Inbjudningar": 1, "Nyheter": 1, "Sidor": 1}


def test_search_shows_one_kind_and_keeps_the_counts_of_the_others(client, pages):
    html = client.get("/sok/?q=lägesbild&slag=exempel").text

    assert kinds(html)["Nyheter"] == 1
    assert "2 träffar på" in html
    assert 'href="?q=l%C3%A4gesbild&amp;slag=exempel" aria-current="true"' in html
    assert "/nyheter/ny-lagesbild/" not in html


def test_search_for_a_kind_that_there_is_not_shows_all(client, pages):
    assert "5 träffar på" in client.get("/sok/?q=lägesbild&slag=annat").text


def test_search_offers_no_choice_when_all_is_of_one_kind(client, site):
    NewsPageFactory(parent=site.news, title="Ny lägesbild")

    html = client.get("/sok/?q=lägesbild").text

    assert list(kinds(html)) == ["Allt", "Nyheter"]


def test_search_marks_the_words_that_it_found(client, pages):
    assert "Ny <mark>lägesbild</mark>" in client.get("/sok/?q=lagesbild").text


def test_search_guesses_what_was_meant(client, site):
    NewsPageFactory(parent=site.news, title="Ny lägesbild").save_revision().publish()

    html = client.get("/sok/?q=lägesblid").text

    assert "Här är träffarna på ”lägesbild”" in html
    assert "/nyheter/ny-lagesbild/" in html


def test_search_that_finds_nothing_shows_ways_on(client, site):
    html = client.get("/sok/?q=xyzzyplugh").text

    assert "Inget matchade" in html
    assert 'href="/goda-exempel/"' in html
    assert 'href="/kontakt/"' in html
    assert 'class="kinds"' not in html


def test_search_keeps_the_kind_from_page_to_page(client, site):
    for number in range(12):
        NewsPageFactory(parent=site.news, title=f"Rapport {number}")

    html = client.get("/sok/?q=rapport&slag=nyhet").text

    assert 'href="?q=rapport&amp;slag=nyhet&amp;page=2"' in html
