"""Gotland is municipality and region in one: its examples are found as either, and counted once."""

import pytest

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
