"""Old addresses lead to new ones, in both languages, with what the reader asked for."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories.home import StandardPageFactory


@pytest.fixture
def page(site):
    return StandardPageFactory(parent=site.home, title="Om", slug="om")


def lead(old, **to):
    Redirect.objects.create(old_path=Redirect.normalise_path(old), **to)


def location(client, address):
    answer = client.get(address)
    return answer.status_code, answer["Location"]


@pytest.mark.parametrize("old", ["/gammal/", "/en/old/"])
def test_old_address_leads_to_the_new_page(client, page, old):
    lead(old, redirect_page=page)

    assert location(client, old) == (301, page.url)


def test_query_goes_along(client, page):
    lead("/gammal/", redirect_link="/sok/#traffar")

    assert location(client, "/gammal/?q=l%C3%A4gesbild&page=2") == (301, "/sok/?q=l%C3%A4gesbild&page=2#traffar")


def test_query_that_is_part_of_the_old_address_stays_behind(client, page):
    lead("/gammal/?id=7", redirect_page=page)

    assert location(client, "/gammal/?id=7") == (301, page.url)


def test_query_of_the_new_address_is_left_as_it_is(client, page):
    lead("/gammal/", redirect_link="/sok/?q=skola")

    assert location(client, "/gammal/?x=1") == (301, "/sok/?q=skola")


def test_temporary_redirect_is_temporary(client, page):
    lead("/kampanj/", redirect_page=page, is_permanent=False)

    assert location(client, "/kampanj/") == (302, page.url)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_that_is_renamed_leaves_its_old_address_behind(
    client, site, page, language, django_capture_on_commit_callbacks
):
    if language == "en":
        page = site.translate(page, title="About")
    old = page.url
    page.slug = "nytt-namn"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    page.refresh_from_db()

    assert location(client, old) == (301, page.url)
    assert client.get(page.url).status_code == 200


def test_address_without_a_redirect_stays_a_404(client, site):
    assert client.get("/finns-inte/?q=1").status_code == 404
