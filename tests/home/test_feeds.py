"""The news as an Atom feed."""

from xml.etree import ElementTree

from wagtail.models import PageViewRestriction

from tests.factories.home import NewsPageFactory

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(response):
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def test_feed_gives_the_published_news_of_the_language(client, site):
    page = NewsPageFactory(parent=site.news, title="Ny bok", summary="Om lägesbilder.")
    NewsPageFactory(parent=site.news, title="Utkast", live=False)
    page.save_revision().publish()

    response = client.get("/nyheter/atom.xml")

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    (entry,) = entries(response)
    assert entry.findtext(f"{ATOM}title") == "Ny bok"
    assert entry.findtext(f"{ATOM}summary") == "Om lägesbilder."
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{page.url}"
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{page.translation_key}:sv"


def test_feed_in_english_gives_the_translations(client, site):
    site.translate(NewsPageFactory(parent=site.news, title="Ny bok"), title="New book")

    response = client.get("/en/nyheter/atom.xml")

    assert [entry.findtext(f"{ATOM}title") for entry in entries(response)] == ["New book"]
    assert ElementTree.fromstring(response.content).attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"


def test_feed_leaks_no_restricted_news(client, site):
    hidden = NewsPageFactory(parent=site.news, title="Bara för inloggade")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    assert entries(client.get("/nyheter/atom.xml")) == []


def test_list_of_news_links_to_its_feed(client, site):
    assert 'type="application/atom+xml" title="Nyheter" href="/nyheter/atom.xml"' in client.get("/nyheter/").text
