"""The search, and what stands around every page."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.home import (
    NewsPageFactory,
    StandardPageFactory,
    body,
)

# Search


@pytest.mark.parametrize("text", ["lägesbild", "LÄGESBILD lokal", '"lokal lägesbild"', "lägesb"])
def test_search_finds_the_page(client, site, text):
    page = NewsPageFactory(parent=site.news, title="En lokal lägesbild")
    html = client.get("/sok/", {"q": text}).content.decode()
    assert f'href="{page.url}"' in html
    assert "1 träff på" in html


@pytest.mark.parametrize("text", ['"bild lokal"', '"', "' OR 1", "a* AND (", "***", "lokal saknas"])
def test_search_that_finds_nothing_says_so(client, site, text):
    NewsPageFactory(parent=site.news, title="En lokal bild")
    response = client.get("/sok/", {"q": text})
    assert response.status_code == 200
    assert "/nyheter/en-lokal-bild/" not in response.content.decode()


def test_search_finds_by_the_text_of_a_page(client, site):
    page = NewsPageFactory(parent=site.news, title="Nytt", body=body("<p>Kunskapsöversikten är klar.</p>"))
    assert f'href="{page.url}"' in client.get("/sok/?q=kunskapsöversikten").content.decode()


def test_search_finds_only_published_pages_of_the_language(client, site):
    english = site.translate(
        NewsPageFactory(parent=site.news, title="Radikalisering"), title="Radikalisering in English"
    )
    NewsPageFactory(parent=site.news, title="Radikalisering utkast", live=False)
    html = client.get("/sok/?q=radikalisering").content.decode()
    assert "1 träff på" in html
    assert english.url not in html
    assert f'href="{english.url}"' in client.get("/en/sok/?q=radikalisering").content.decode()


def test_search_leaks_no_restricted_page(client, site):
    hidden = NewsPageFactory(parent=site.news, title="Bara för inloggade")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    html = client.get("/sok/?q=inloggade").content.decode()
    assert "Inget matchade" in html
    assert "Bara för inloggade" not in client.get("/nyheter/").content.decode()
    assert hidden.url not in client.get("/sitemap.xml").content.decode()


def test_search_without_words_asks_for_them(client, site):
    assert "Sök bland inbjudningar" in client.get("/sok/").content.decode()


@pytest.mark.parametrize(
    ("text", "message"),
    [("x", "Skriv minst två tecken."), ("x" * 201, "Skriv högst 200 tecken.")],
)
def test_search_for_what_cannot_be_searched_says_why(client, site, text, message):
    response = client.get("/sok/", {"q": text})
    assert response.status_code == 200
    assert message in response.content.decode() or message == "NULL"


def test_search_shows_ten_hits_a_page(client, site):
    for number in range(11):
        NewsPageFactory(parent=site.news, title=f"Rapport {number}")
    assert client.get("/sok/?q=rapport").content.decode().count("/nyheter/rapport-") == 10
    assert client.get("/sok/?q=rapport&page=2").content.decode().count("/nyheter/rapport-") == 1


# Around the pages


def test_page_links_to_its_translation_and_says_so_to_search_engines(client, site):
    page = StandardPageFactory(parent=site.home, title="Om", slug="om")
    site.translate(page, title="About")
    html = client.get("/om/").content.decode()
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/om/">' in html
    assert '<link rel="alternate" hreflang="sv" href="http://testserver/om/">' in html
    english = client.get("/en/om/")
    assert "<h1>About</h1>" in english.content.decode()
    assert english["Content-Language"] == "en"
    assert 'href="/om/" lang="sv"' in english.content.decode()


def test_page_without_a_translation_leads_to_the_nearest_page_above(client, site):
    site.translate(site.news)
    page = NewsPageFactory(parent=site.news)
    html = client.get(page.url).content.decode()
    assert 'href="/en/nyheter/" lang="en"' in html
    assert 'hreflang="en" href="http://testserver' not in html


def test_page_in_one_language_alone_offers_no_other(client, site):
    html = client.get("/nyheter/").content.decode()
    assert 'hreflang="en"' not in html


def test_demonstration_is_kept_from_search_engines(client, site):
    page = NewsPageFactory(parent=site.news, is_demonstration=True)
    assert '<meta name="robots" content="noindex">' in client.get(page.url).content.decode()
    assert page.url not in client.get("/sitemap.xml").content.decode()


def test_sitemap_lists_public_pages_of_both_languages(client, site):
    site.translate(site.news)
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    assert "<loc>http://testserver/nyheter/</loc>" in response.content.decode()
    assert "<loc>http://testserver/en/nyheter/</loc>" in response.content.decode()


def test_sitemap_tells_of_the_translations_of_a_page(client, site):
    site.translate(site.news)
    text = client.get("/sitemap.xml").content.decode()
    row = next(part for part in text.split("<url>") if "<loc>http://testserver/nyheter/" in part)
    assert '<xhtml:link rel="alternate" hreflang="sv" href="http://testserver/nyheter/"/>' in row
    assert '<xhtml:link rel="alternate" hreflang="en" href="http://testserver/en/nyheter/"/>' in row
    alone = next(part for part in text.split("<url>") if "<loc>http://testserver/goda-exempel/" in part)
    assert "xhtml:link" not in alone


def test_robots_are_shown_the_sitemap(client, site):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /deltagare/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_language_without_pages_answers_404(client, site):
    assert client.get("/en/").status_code == 404


def test_missing_page_keeps_the_look(client, site):
    response = client.get("/finns-inte/")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/inbjudan/",
        "/inbjudan/det-oppna/",
        "/nyheter/",
        "/goda-exempel/",
        "/sok/?q=ord",
        "/kontakt/",
        "/goda-exempel/atom.xml",
        "/finns-inte/",
    ],
)
def test_reader_gets_no_cookie_and_a_page_that_may_be_cached(client, running, path):
    response = client.get(path, headers={"accept-language": "en"})
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert 'method="post"' not in response.content.decode()
