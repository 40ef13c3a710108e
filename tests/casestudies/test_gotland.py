"""Gotland is municipality and region in one: its examples are found as either, and counted once."""

import pytest

from casestudies.models import ExamplePage
from members.organisations.enums import OrganisationKind
from tests.casestudies.test_library import counts, read, titles
from tests.factories.casestudies import ExamplePageFactory

KINDS = OrganisationKind


@pytest.fixture
def library(site):
    """Two of Gotland, one under each of its sorts; one of its associations; a municipality elsewhere."""
    rows = [
        ("Öns skolor", KINDS.MUNICIPALITY, "09"),
        ("Öns vård", KINDS.REGION, "09"),
        ("Öns förbund", KINDS.ASSOCIATION, "09"),
        ("Fastlandets skolor", KINDS.MUNICIPALITY, "01"),
    ]
    for title, kind, county in rows:
        ExamplePageFactory(parent=site.examples, title=title, organisation_kind=kind, county_code=county)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("organisation=region", {"Öns skolor", "Öns vård"}),
        ("organisation=municipality", {"Öns skolor", "Öns vård", "Fastlandets skolor"}),
        ("organisation=association", {"Öns förbund"}),
        ("organisation=region&lan=01", set()),
        ("organisation=municipality&organisation=region", {"Öns skolor", "Öns vård", "Fastlandets skolor"}),
    ],
)
def test_gotland_is_found_as_municipality_and_as_region(client, library, query, found):
    assert set(titles(read(client, f"/goda-exempel/?{query}"))) == found
    # Files and the API ask the database, not the catalogue.
    rows = client.get(f"/api/v1/exempel/?{query}").json()["items"]
    assert {row["title"] for row in rows} == found


def test_gotland_is_counted_in_both_sorts_and_once_in_the_map(client, library):
    shown = counts(read(client, "/goda-exempel/"))
    assert (shown["municipality"], shown["region"], shown["association"], shown["09"]) == (3, 2, 1, 3)
    page = read(client, "/goda-exempel/?vy=karta&organisation=municipality&organisation=region")
    assert 'aria-label="Gotlands län: 2"' in page


@pytest.mark.parametrize("title", ["Öns skolor", "Öns vård"])
def test_gotland_says_both_of_its_sorts_wherever_the_sort_stands(client, library, title):
    page = ExamplePage.objects.get(title=title)
    other = ExamplePage.objects.get(title="Fastlandets skolor")
    assert "<dd>Kommun och region</dd>" in read(client, page.url)
    assert "<dd>Kommun</dd>" in read(client, other.url)
    compared = read(client, f"/goda-exempel/jamfor/?e={page.pk}&e={other.pk}")
    assert "Kommun och region" in compared
    rows = client.get("/goda-exempel/exempel.csv").content.decode("utf-8-sig").splitlines()
    assert [row.split(";")[3] for row in rows if row.startswith(title)] == ["Kommun och region"]
    items = {row["title"]: row["organisation_kind"] for row in client.get("/api/v1/exempel/").json()["items"]}
    assert items[title] == {"value": page.organisation_kind, "label": "Kommun och region"}
    assert items["Öns förbund"]["label"] == "Förbund"
