"""The library as a reader meets it: the list with its facets, the example, the feed."""

import re

import pytest
from wagtail.models import PageViewRestriction
from wagtail.search.index import insert_or_update_object

from casestudies.enums import CostBand, EvidenceStrength, OrganisationSize
from members.organisations.enums import OrganisationKind
from portal.core.models import SearchWord
from tests.factories.casestudies import (
    EnvironmentFactory,
    ExamplePageFactory,
    PreventionLevelFactory,
)
from tests.factories.home import NewsPageFactory, body


@pytest.fixture
def words(db):
    """Two environments and two levels."""
    return {
        "right": EnvironmentFactory(name="Högerextremism", name_en="Far right", slug="hogerextremism"),
        "online": EnvironmentFactory(name="Digitala miljöer", name_en="Online", slug="digitalt"),
        "universal": PreventionLevelFactory(name="Universell", slug="universell", explanation="För alla."),
        "selective": PreventionLevelFactory(name="Grupper med förhöjd risk", slug="selektiv"),
    }


@pytest.fixture
def library(site, words):
    """Three examples that differ."""
    return {
        "school": ExamplePageFactory(
            parent=site.examples,
            title="Samtal i skolan",
            environments=[words["right"], words["online"]],
            levels=[words["universal"]],
            organisation_kind=OrganisationKind.MUNICIPALITY,
            county_code="01",
        ),
        "leisure": ExamplePageFactory(
            parent=site.examples,
            title="Fritidsgården vid torget",
            environments=[words["right"]],
            levels=[words["selective"]],
            organisation_kind=OrganisationKind.MUNICIPALITY,
            county_code="25",
            organisation_size=OrganisationSize.SMALL,
        ),
        "region": ExamplePageFactory(
            parent=site.examples,
            title="Vårdens rutiner",
            environments=[words["online"]],
            levels=[words["selective"]],
            organisation_kind=OrganisationKind.REGION,
            evidence=EvidenceStrength.MEASURED,
        ),
    }


def titles(html):
    found = re.findall(r'<h3><a href="[^"]*">(.*?)</a></h3>', html)
    return [re.sub(r"</?mark>", "", title) for title in found]


def counts(html):
    """{value: number} of all options shown."""
    rows = re.findall(r'value="([^"]+)"[^>]*><span>[^<]*</span><span class="count"><span[^>]*>, </span>(\d+)', html)
    return {value: int(number) for value, number in rows}


def read(client, address="/goda-exempel/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


# The list


def test_library_shows_every_example_newest_first(client, library):
    html = read(client)
    assert titles(html) == ["Vårdens rutiner", "Fritidsgården vid torget", "Samtal i skolan"]
    assert "3 exempel" in html
    assert "Norrbottens län" in html


def test_library_counts_what_each_choice_would_give(client, library):
    assert counts(read(client)) == {
        "hogerextremism": 2,
        "digitalt": 2,
        "universell": 1,
        "selektiv": 2,
        "municipality": 2,
        "region": 1,
        "small": 1,
        "01": 1,
        "25": 1,
        "measured": 1,
    }


def test_values_of_one_facet_are_alternatives(client, library):
    html = read(client, "/goda-exempel/?niva=universell&niva=selektiv")
    assert len(titles(html)) == 3


def test_facets_narrow_each_other(client, library):
    html = read(client, "/goda-exempel/?miljo=hogerextremism&niva=selektiv")
    assert titles(html) == ["Fritidsgården vid torget"]


def test_facet_does_not_limit_its_own_counts(client, library):
    found = counts(read(client, "/goda-exempel/?miljo=hogerextremism"))
    assert found["digitalt"] == 2
    assert (found["universell"], found["selektiv"], found["municipality"]) == (1, 1, 2)
    assert "region" not in found


def test_chosen_option_stays_when_it_gives_nothing(client, library):
    html = read(client, "/goda-exempel/?niva=universell&organisation=region")
    assert titles(html) == []
    assert "Inget exempel stämmer med alla val" in html
    assert counts(html)["universell"] == 0


def test_each_choice_can_be_taken_away(client, library):
    html = read(client, "/goda-exempel/?miljo=hogerextremism&niva=selektiv&q=torget")
    assert titles(html) == ["Fritidsgården vid torget"]
    assert 'href="?q=torget&amp;niva=selektiv"' in html
    assert 'href="?q=torget&amp;miljo=hogerextremism"' in html
    assert 'href="?miljo=hogerextremism&amp;niva=selektiv"' in html
    assert '<a href="/goda-exempel/">Rensa alla</a>' in html


def test_unknown_value_finds_nothing_and_breaks_nothing(client, library):
    html = read(client, "/goda-exempel/?miljo=finns-inte&sakerhet='&okant=1")
    assert titles(html) == []


def test_library_searches_by_words_best_first(client, library):
    assert titles(read(client, "/goda-exempel/?q=skolan")) == ["Samtal i skolan"]


def test_library_searches_the_words_that_examples_are_sorted_by(client, library):
    # The words are stored after the page, which the worker indexes later and the tests at once.
    insert_or_update_object(library["school"])
    assert titles(read(client, "/goda-exempel/?q=universell")) == ["Samtal i skolan"]


def test_library_finds_compounds_by_their_beginning(client, library):
    assert titles(read(client, "/goda-exempel/?q=fritids")) == ["Fritidsgården vid torget"]


def test_library_search_stays_among_the_examples(client, library, site):
    NewsPageFactory(parent=site.news, title="Skolan i nyheterna", body=body())
    assert titles(read(client, "/goda-exempel/?q=skolan")) == ["Samtal i skolan"]


def test_library_search_that_is_too_short_says_so_and_shows_all(client, library):
    html = read(client, "/goda-exempel/?q=x")
    assert "Skriv minst två tecken." in html
    assert len(titles(html)) == 3


def test_library_shows_twenty_four_a_page_and_keeps_the_choice(client, site):
    for _number in range(25):
        ExamplePageFactory(parent=site.examples, county_code="01")
    first = read(client, "/goda-exempel/?lan=01")
    assert len(titles(first)) == 24
    assert 'href="?lan=01&amp;page=2"' in first
    assert len(titles(read(client, "/goda-exempel/?lan=01&page=2"))) == 1


def test_library_without_examples_says_so(client, site):
    assert "Det finns inga exempel än" in read(client)


def test_library_holds_only_published_unrestricted_examples_of_its_language(client, library, site):
    library["school"].unpublish()
    PageViewRestriction.objects.create(page=library["region"], restriction_type=PageViewRestriction.LOGIN)
    english = site.translate(library["leisure"], title="The youth centre")
    html = read(client)
    assert titles(html) == ["Fritidsgården vid torget"]
    assert counts(html)["hogerextremism"] == 1
    assert titles(read(client, "/en/goda-exempel/")) == ["The youth centre"]
    assert "Far right" in read(client, "/en/goda-exempel/")
    assert "Far right" in read(client, english.url)
    assert titles(read(client, "/goda-exempel/?q=rutiner")) == []


def test_choice_of_facets_is_kept_from_search_engines(client, library):
    assert "noindex" not in read(client)
    assert '<meta name="robots" content="noindex">' in read(client, "/goda-exempel/?lan=01")


def test_choice_follows_to_the_other_language(client, library):
    assert 'href="/en/goda-exempel/?lan=01"' in read(client, "/goda-exempel/?lan=01")


# The feed


def test_feed_holds_the_newest_examples(client, library):
    response = client.get("/goda-exempel/atom.xml")
    text = response.content.decode()
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "<title>Samtal i skolan</title>" in text
    assert 'href="http://testserver/goda-exempel/samtal-i-skolan/"' in text
    assert "<name>Lindåsa kommun</name>" in text
    assert "Samtal" not in client.get("/en/goda-exempel/atom.xml").content.decode()


def test_cost_is_a_facet_of_bands(client, site):
    ExamplePageFactory(parent=site.examples, title="Dyrt", cost_band=CostBand.HIGH)
    ExamplePageFactory(parent=site.examples, title="Billigt", cost_band=CostBand.LOW)
    html = read(client, "/goda-exempel/?kostnad=low")
    assert titles(html) == ["Billigt"]
    assert counts(html) == {"low": 1, "high": 1}
    assert "Under 100 000 kronor om året" in html


# Orders


def test_order_is_newest_unless_words_are_searched_or_another_is_chosen(client, site):
    for title in ("Öppna möten", "Ängens vänner om möten", "Ett möte", "Åtta råd om möten"):
        ExamplePageFactory(parent=site.examples, title=title)
    assert titles(read(client))[0] == "Åtta råd om möten"
    by_title = ["Ett möte", "Åtta råd om möten", "Ängens vänner om möten", "Öppna möten"]
    assert titles(read(client, "/goda-exempel/?ordning=titel")) == by_title
    assert titles(read(client, "/goda-exempel/?ordning=titel&q=möten")) == by_title
    assert titles(read(client, "/goda-exempel/?ordning=nyast&q=möten"))[0] == "Åtta råd om möten"
    for order in ("traff", "hittat-pa"):
        assert titles(read(client, f"/goda-exempel/?ordning={order}"))[0] == "Åtta råd om möten"


def test_order_follows_from_page_to_page(client, site):
    for number in range(30):
        ExamplePageFactory(parent=site.examples, title=f"Exempel {number:02}", county_code="01")
    html = read(client, "/goda-exempel/?lan=01&ordning=titel&q=exempel&page=2")
    assert titles(html) == [f"Exempel {number}" for number in range(24, 30)]
    assert 'href="?lan=01&amp;ordning=titel&amp;q=exempel&amp;page=1"' in html
    assert '<input type="hidden" name="ordning" value="titel">' in html


def test_page_beyond_the_last_is_the_last(client, library):
    assert len(titles(read(client, "/goda-exempel/?page=99"))) == 3
    assert len(titles(read(client, "/goda-exempel/?page=x&ordning=titel"))) == 3


# Words


def test_words_are_marked_in_title_summary_and_text(client, site):
    ExamplePageFactory(parent=site.examples, title="Samtal & <skola>", summary="Om skolorna.")
    ExamplePageFactory(parent=site.examples, title="Annat", need="<p>Det började i <b>skolan</b> en måndag.</p>")
    html = read(client, "/goda-exempel/?q=skola")
    assert "Samtal &amp; &lt;<mark>skola</mark>&gt;" in html
    assert "Om <mark>skolorna</mark>." in html
    assert '<p class="card__where">Det började i <mark>skolan</mark> en måndag.</p>' in html


def test_misspelled_search_says_what_it_found_instead(client, library):
    html = read(client, "/goda-exempel/?q=fritidsgårdne")
    assert titles(html) == ["Fritidsgården vid torget"]
    assert "Inget exempel innehåller ”fritidsgårdne”. Här är de som innehåller ”fritidsgården”." in html


def test_near_miss_is_offered_beside_the_few_that_were_found(client, site):
    ExamplePageFactory(parent=site.examples, title="Fältare i centrum")
    for _number in range(3):
        ExamplePageFactory(parent=site.examples, title="Lärare i centrum")
    SearchWord.objects.filter(word="fältare").delete()
    html = read(client, "/goda-exempel/?q=faltare+centrum")
    assert titles(html) == ["Fältare i centrum"]
    assert "Menade du" in html or "Lärare" not in html


def test_search_without_any_like_it_helps_on(client, library):
    html = read(client, "/goda-exempel/?q=xyzzyplugh")
    assert "Inget exempel stämmer med alla val" in html
    assert "Rensa alla" in html


# The map


def test_map_counts_the_counties_and_leads_to_each(client, library):
    html = read(client, "/goda-exempel/?vy=karta&organisation=municipality")
    assert titles(html) == []
    assert html.count('class="tile tile--') == 21 + 1
    assert 'href="?organisation=municipality&amp;lan=25&amp;vy=karta" aria-label="Norrbottens län: 1"' in html
    assert 'role="img" aria-label="Skåne län: 0"' in html
    assert '<a href="?organisation=municipality&amp;lan=01&amp;vy=karta">Stockholms län</a>' in html
    assert '<input type="hidden" name="vy" value="karta">' in html


def test_map_takes_a_chosen_county_away_again(client, library):
    html = read(client, "/goda-exempel/?vy=karta&lan=25")
    assert 'href="?vy=karta" aria-label="Norrbottens län: 1, vald"' in html
    assert 'aria-label="Stockholms län: 1"' in html
    assert 'aria-label="Ta bort' not in html


def test_look_keeps_the_choice(client, library):
    html = read(client, "/goda-exempel/?lan=25&lan=01")
    assert 'href="?lan=25&amp;lan=01&amp;vy=karta"' in html
    assert 'href="?lan=25&amp;lan=01&amp;ordning=titel"' in html


# Both languages


def test_library_in_english_says_all_in_english(client, library, site):
    site.translate(library["leisure"], title="The youth centre")
    html = read(client, "/en/goda-exempel/?vy=karta")
    assert 'href="/en/goda-exempel/atom.xml"' in html
    assert titles(read(client, "/en/goda-exempel/?q=centres")) == ["The youth centre"]
