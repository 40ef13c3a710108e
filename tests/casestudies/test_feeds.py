"""The library as Atom feeds: of all, and of a choice."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.factories.casestudies import ExamplePageFactory, PreventionLevelFactory

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def level(db):
    return PreventionLevelFactory(name="Selektiv", slug="selektiv")


@pytest.fixture
def examples(site, level):
    return [
        ExamplePageFactory(parent=site.examples, title="Samtal i skolan", levels=[level]),
        ExamplePageFactory(parent=site.examples, title="Fritidsgården"),
    ]


def feed(client, address="/goda-exempel/atom.xml"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(tree):
    return [entry.find(f"{ATOM}title").text for entry in tree.iter(f"{ATOM}entry")]


def ids(tree):
    return [entry.find(f"{ATOM}id").text for entry in tree.iter(f"{ATOM}entry")]


def test_feed_holds_the_newest_of_all_or_of_a_choice(client, examples):
    assert titles(feed(client)) == ["Fritidsgården", "Samtal i skolan"]
    chosen = feed(client, "/goda-exempel/atom.xml?niva=selektiv&vy=karta&ordning=titel")
    assert titles(chosen) == ["Samtal i skolan"]
    links = {link.get("rel"): link.get("href") for link in chosen.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/goda-exempel/?niva=selektiv",
        "self": "http://testserver/goda-exempel/atom.xml?niva=selektiv",
    }
    assert titles(feed(client, "/goda-exempel/atom.xml?q=skolor")) == ["Samtal i skolan"]
    assert titles(feed(client, "/goda-exempel/atom.xml?niva=finns-inte")) == []


def test_entry_keeps_its_id_when_its_address_changes(client, examples):
    before = ids(feed(client))
    examples[0].slug = "ny-adress"
    examples[0].save()
    after = feed(client)
    assert ids(after) == before
    assert len(set(before)) == 2
    assert all(each.startswith("urn:uuid:") for each in before)


def test_entry_of_another_language_has_another_id(client, examples, site):
    site.translate(examples[0], title="Talks at school")
    english = feed(client, "/en/goda-exempel/atom.xml")
    assert titles(english) == ["Talks at school"]
    assert not set(ids(english)) & set(ids(feed(client)))


def test_list_tells_of_its_feeds(client, examples):
    html = client.get("/goda-exempel/?niva=selektiv&ordning=titel").content.decode()
    assert 'type="application/atom+xml" href="/goda-exempel/atom.xml" title="Goda exempel"' in html
    assert 'type="application/atom+xml" href="/goda-exempel/atom.xml?niva=selektiv"' in html


def test_control_characters_that_were_pasted_along_do_not_stop_the_feed(client, site):
    ExamplePageFactory(parent=site.examples, title="Fika\x0btorget", summary="Ett\x01 två.", organisation_name="A\x02B")
    assert titles(feed(client)) == ["Fika torget"]
