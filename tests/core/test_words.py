"""Words as a search sees them."""

import pytest

from portal.core.words import distance, fold, is_form_of, likeness, stem, words_of


def test_fold_takes_accents_and_capitals_away():
    assert fold("Åtgärder för ÖREBRO, Crème brûlée og smørrebrød") == "atgarder for orebro, creme brulee og smorrebrod"


@pytest.mark.parametrize(
    ("words", "beginning"),
    [
        ("skola skolan skolor skolorna skolornas", "skol"),
        ("atgard atgarden atgarder atgarderna", "atgard"),
        ("kommun kommunen kommuner kommunerna", "kommun"),
        ("municipality municipalities", "municipalit"),
        ("mote moten motet", "mote"),
        ("bil", "bil"),
        ("unga", "unga"),
    ],
)
def test_stem_is_the_same_for_the_forms_of_a_word(words, beginning):
    assert {stem(word) for word in words.split()} == {beginning}


def test_words_of_leaves_out_what_stands_everywhere_unless_nothing_else_does():
    assert words_of("Skolan och hemmet") == ["skolan", "hemmet"]
    assert words_of("vad är det") == ["vad", "ar", "det"]
    assert words_of("skolan SKOLAN, skolan!") == ["skolan"]
    assert words_of("' & | ! :* \0 \"") == []
    assert len(words_of(" ".join(f"ord{number}" for number in range(99)))) == 12


def test_form_of_a_short_word_is_the_word_itself():
    assert not is_form_of("hotell", "hot")
    assert is_form_of("hot", "hot")
    assert is_form_of("atgardsplan", "atgarder")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("samtal", "samtal", 0), ("samtal", "samtl", 1), ("samtal", "samttal", 1), ("samtal", "samtel", 1),
        ("samtal", "smatal", 1), ("samtal", "skola", 4), ("", "abc", 3), ("ca", "abc", 3),
    ],
)  # fmt: skip
def test_distance_counts_letters_changed_added_dropped_and_swapped(one, other, apart):
    assert (distance(one, other), distance(other, one)) == (apart, apart)


def test_likeness_is_one_for_the_same_word_and_nothing_for_strangers():
    assert (likeness("samtal", "samtal"), likeness("bok", "uggla")) == (1, 0)
