"""Two or three examples side by side."""

import re

import pytest
from wagtail.models import PageViewRestriction

from casestudies.enums import EvidenceStrength
from tests.factories.casestudies import EnvironmentFactory, ExamplePageFactory


@pytest.fixture
def examples(site):
    word = EnvironmentFactory(name="Nätet", name_en="Online")
    return [
        ExamplePageFactory(parent=site.examples, title="Ett", evidence=EvidenceStrength.MEASURED, environments=[word]),
        ExamplePageFactory(parent=site.examples, title="Två", goal="<p>Målet.</p>"),
        ExamplePageFactory(parent=site.examples, title="Tre"),
        ExamplePageFactory(parent=site.examples, title="Fyra"),
    ]


def compare(client, *examples, prefix=""):
    query = "&".join(f"e={example.pk}" for example in examples)
    response = client.get(f"{prefix}/goda-exempel/jamfor/?{query}")
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def columns(html):
    return re.findall(r'<th scope="col"><a href="[^"]*">([^<]*)</a>', html)


def rows(html):
    return re.findall(r'<th scope="row">([^<]*)</th>', html)


def test_examples_stand_side_by_side_in_the_order_chosen(client, examples):
    html = compare(client, examples[1], examples[0])
    assert columns(html) == ["Två", "Ett"]
    assert "Uppmätt förändring" in html
    assert "<li>Nätet</li>" in html


def test_row_that_none_fills_in_is_left_out_and_what_one_lacks_is_said(client, examples):
    html = compare(client, examples[0], examples[1])
    assert rows(html) == [
        "Sammanfattning", "Hur säkert är det?", "Miljö", "Behovet", "Målet", "Det vi gjorde", "Den viktigaste lärdomen",
    ]  # fmt: skip
    assert html.count("Inte beskrivet") == 3


def test_no_more_than_three_are_compared(client, examples):
    html = compare(client, *examples)
    assert columns(html) == ["Ett", "Två", "Tre"]
    assert "Högst tre" in html
    assert f'href="?e={examples[0].pk}&amp;e={examples[2].pk}"' in html


@pytest.mark.parametrize("query", ["", "?e=", "?e=x", "?e=999999", "?e=99999999999999999999", "?e=-1&e=%C2%B2", "?e=٣"])
def test_fewer_than_two_asks_for_a_choice(client, examples, query):
    response = client.get(f"/goda-exempel/jamfor/{query}")
    assert response.status_code == 200
    assert "Välj två eller tre exempel att jämföra" in response.content.decode()


def test_what_nobody_may_read_is_not_compared(client, examples):
    PageViewRestriction.objects.create(page=examples[0], restriction_type=PageViewRestriction.LOGIN)
    examples[1].unpublish()
    assert columns(compare(client, *examples)) == ["Tre", "Fyra"]


def test_address_means_the_same_in_the_other_language(client, examples, site):
    for example, title in zip(examples[:2], ("One", "Two"), strict=True):
        site.translate(example, title=title)
    html = compare(client, examples[1], examples[0], prefix="/en")
    assert columns(html) == ["Two", "One"]
    assert "<li>Online</li>" in html


def test_comparing_costs_the_same_for_two_and_three(client, examples, django_assert_num_queries):
    compare(client, *examples)
    for number in (2, 3):
        with django_assert_num_queries(3):
            compare(client, *examples[:number])


def test_list_offers_to_compare(client, examples):
    html = client.get("/goda-exempel/").content.decode()
    assert html.count('name="e"') == 4
    assert '<form class="compare-form no-print" id="jamfor" action="/goda-exempel/jamfor/" method="get">' in html
    assert "Jämför de valda" not in client.get("/goda-exempel/?q=fyra").content.decode()
