"""The search of the public pages: forms of words, beginnings, accents, spelling, and what marks what was found."""

import pytest
from wagtail.models import Page

from portal.core.search import find, ranked_ids, suggest
from portal.core.templatetags.search import excerpt, highlight
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import public_site


@pytest.fixture
def site(db):
    return public_site()


@pytest.fixture
def pages(site):
    """Three examples, by a word of their title."""
    titles = {
        "plan": "Åtgärdsplan mot våldsbejakande extremism",
        "school": "Samtal i skolan",
        "leisure": "Fritidsgården vid torget",
    }
    return {name: ExamplePageFactory(parent=site.examples, title=title) for name, title in titles.items()}


def found(text, pages):
    """The names of what a search finds among the published pages."""
    names = {page.pk: name for name, page in pages.items()}
    return [names[pk] for pk in ranked_ids(Page.objects.live(), text) if pk in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("skolan", "school"),
        ("skolor", "school"),
        ("SKOLORNAS samtal", "school"),
        ("åtgärd", "plan"),
        ("atgardsplaner", "plan"),
        ("Våldsbejakande", "plan"),
        ("valdsbejakande", "plan"),
        ("fritids", "leisure"),
        ("fritidsgard", "leisure"),
        ("torget och fritidsgården", "leisure"),
        ('"samtal i skolan"', "school"),
    ],
)
def test_search_finds_forms_beginnings_and_words_without_accents(pages, text, name):
    assert found(text, pages) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "skolan torget",
        '"skolan samtal"', "", "  ", "'", '"', '""', "a & b", "* OR", "okand:* | ! (", "NEAR(a b)", "\\",
        "{title} : x", "'; DROP TABLE x; --", "title:skolan AND torget", "å" * 200,
    ],
)  # fmt: skip
def test_search_for_what_is_not_there_or_is_no_word_finds_nothing(pages, text):
    assert found(text, pages) == []


def test_search_puts_titles_before_texts(site, pages):
    ExamplePageFactory(parent=site.examples, need="<p>Torget, torget, torget.</p>" * 3)
    ids = ranked_ids(Page.objects.live(), "torget")
    assert ids[0] == pages["leisure"].pk
    assert len(ids) == 2


def test_search_stays_among_the_pages_it_was_given(pages):
    assert ranked_ids(Page.objects.exclude(pk=pages["school"].pk), "skolan") == []
    assert ranked_ids(Page.objects.live(), "extremism samtal skolan torget", limit=1) == []
    assert len(ranked_ids(Page.objects.live(), "lindåsa", limit=2)) == 2


def test_search_costs_one_query(pages, django_assert_num_queries):
    ranked_ids(Page.objects.live(), "skolan")
    with django_assert_num_queries(1):
        ranked_ids(Page.objects.live(), "skolan samtal")


# Spelling


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("våldsbejaknde", "våldsbejakande"),
        ("valdsbejaknde", "våldsbejakande"),
        ("fritidsgårdne", "fritidsgården"),
        ("samtl i skolan", "samtal i skolan"),
        ("exremism", "extremism"),
        ("extremsim", "extremism"),
    ],
)
def test_misspelled_words_find_what_was_meant(pages, text, meant):
    answer = find(Page.objects.live(), text)
    assert answer.is_corrected
    assert answer.text == " ".join(word for word in meant.split() if word != "i")
    assert answer.ids == find(Page.objects.live(), meant).ids
    assert suggest(text, Page.objects.live()) == answer.text


@pytest.mark.parametrize("text", ["skolan", "xyzzyplugh", "hot", "", "torget"])
def test_nothing_is_suggested_for_what_is_known_or_like_nothing(pages, text):
    assert suggest(text, Page.objects.live()) == ""
    assert not find(Page.objects.live(), text).is_corrected


def test_suggestion_comes_beside_the_few_that_were_found(site, pages):
    ExamplePageFactory(parent=site.examples, title="Vi skrev samtl fel")
    for _number in range(3):
        ExamplePageFactory(parent=site.examples, title="Ett samtal")
    answer = find(Page.objects.live(), "samtl")
    assert (len(answer.ids), answer.is_corrected) == (1, False)


def test_words_of_a_withdrawn_page_are_never_suggested(pages):
    pages["plan"].unpublish()
    assert suggest("exremism", Page.objects.live()) == ""
    assert find(Page.objects.live(), "exremism").ids == []


def test_words_of_a_draft_are_not_learned(site):
    ExamplePageFactory(parent=site.examples, title="Hemlighetsfull", live=False)
    assert suggest("hemlighetsful", Page.objects.all()) == ""


# Marking


def test_highlight_marks_forms_of_the_words_and_escapes_the_rest():
    assert highlight("Skolor & <b>skolans</b> åtgärdsplan", "skola ATGARD") == (
        "<mark>Skolor</mark> &amp; &lt;b&gt;<mark>skolans</mark>&lt;/b&gt; <mark>åtgärdsplan</mark>"
    )
    assert highlight("Text", "") == "Text"


def test_excerpt_shows_the_text_around_the_first_word_found():
    html = f"<p>{'Före ord. ' * 40}</p><p>Här står <b>lägesbilden</b> &amp; mer.</p><p>{'Efter ord. ' * 40}</p>"
    text = excerpt(html, "lagesbild")
    assert "<mark>lägesbilden</mark>" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 260
    assert excerpt(html, "torget") == ""
