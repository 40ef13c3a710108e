"""Invitations of many shapes lead to the same fields, and no word is lost."""

import datetime
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.queries.letter import facts, place
from portal.core.reading import Line, Run, read_text
from portal.core.reading.docx import read_docx
from tests.home.letters import shapes

AFTER = datetime.date(2016, 9, 1)
FIRST, SECOND = datetime.date(2016, 12, 6), datetime.date(2017, 3, 14)
TEN, FOUR = datetime.time(10), datetime.time(16)


def said(text):
    """The words of a text, marks of markup apart."""
    return set(re.findall(r"[^\W_]+", re.sub(r"[\\*`]", "", text)))


def nothing_lost(lines, letter):
    lost = said("\n".join(line.text for line in lines)) - said(letter.words())
    assert not lost


@pytest.mark.parametrize("shape", shapes.SHAPES, ids=lambda shape: shape.__name__)
def test_shape_leads_to_the_right_fields(shape):
    lines = read_docx(shape())
    letter = place(lines, after=AFTER)
    assert letter.title == shapes.TITLE
    assert letter.lead == shapes.LEAD
    assert shapes.BACKGROUND in letter.texts["background"]
    assert shapes.PURPOSE in letter.texts["purpose"]
    assert all(words in letter.texts["requirements"] for words in shapes.REQUIREMENTS)
    assert letter.price == 8000
    assert letter.cost_note == shapes.COST
    assert letter.last_day == datetime.date(2016, 11, 15)
    first = letter.meetings[0]
    assert (first.number, first.date, first.starts, first.ends, first.place) == (1, FIRST, TEN, FOUR, "Stockholm")
    malin = letter.contacts[0]
    assert (malin.name, malin.email, malin.phone) == ("Malin Svanberg", "malin.svanberg@skl.example", "08-452 71 43")
    nothing_lost(lines, letter)


@pytest.mark.parametrize(
    "shape", [s for s in shapes.SHAPES if s is not shapes.labels], ids=lambda shape: shape.__name__
)
def test_second_meeting_is_read_too(shape):
    second = place(read_docx(shape()), after=AFTER).meetings[1]
    assert (second.number, second.date, second.starts, second.place) == (2, SECOND, TEN, "Göteborg")


def test_list_stays_a_list():
    letter = place(read_docx(shapes.styles()), after=AFTER)
    assert letter.texts["requirements"] == "- Ett beslut i styrelsen\n- Arbete mellan träffarna"


@pytest.mark.parametrize(
    "shape", [shapes.contacts_in_a_table, shapes.contacts_in_tabs, shapes.contacts_under_one_another]
)
def test_contacts_side_by_side_are_two(shape):
    letter = place(read_docx(shape()), after=AFTER)
    assert [(row.name, row.email) for row in letter.contacts] == [
        ("Malin Svanberg", "malin.svanberg@skl.example"),
        ("Greta Berg", "greta.berg@skl.example"),
    ]


def test_role_of_a_contact_is_kept():
    assert place(read_docx(shapes.contacts_in_a_table()), after=AFTER).contacts[1].role == "utredare"


def test_what_nobody_knows_is_shown_as_unplaced():
    letter = place(read_docx(shapes.with_a_link_and_an_unknown_part()), after=AFTER)
    assert letter.unplaced == "**Program för kvällen**\n\nMiddag på hotellet.\n\nDiarienummer 16/1234"


def test_link_is_kept():
    letter = place(read_docx(shapes.with_a_link_and_an_unknown_part()), after=AFTER)
    assert "Läs mer på [SKL:s sida](https://skl.example/)" in letter.texts["registration_note"]


def test_changes_tracked_are_read_as_if_accepted():
    letter = place(read_docx(shapes.with_changes_tracked()), after=AFTER)
    assert letter.texts["purpose"] == f"{shapes.PURPOSE} Tillagt."


def test_text_file_of_windows_is_read():
    lines = read_text(shapes.text_file())
    letter = place(lines, after=AFTER)
    assert (letter.title, letter.price, letter.meetings[0].date) == (shapes.TITLE, 8000, FIRST)
    assert letter.texts["requirements"] == "- Ett beslut i styrelsen\n- Arbete mellan träffarna"
    nothing_lost(lines, letter)


def test_text_that_was_broken_by_a_window_is_joined():
    lines = read_text(
        "Bakgrund\n\nDet här är en lång rad som har brutits av ett fönster som var smalt och\nfortsätter här.".encode()
    )
    assert [line.text for line in lines][1].endswith("smalt och fortsätter här.")


@pytest.mark.parametrize(
    "text",
    ["6 december 2016", "6/12 -16", "6/12-16", "2016-12-06", "den 6:e december", "tisdagen den 6 dec. 2016",
     "6.12.2016", "6/12", "December 6, 2016", "6th of December 2016", "6 dec -16", "6 DECEMBER 2016"],
)  # fmt: skip
def test_date_is_read(text):
    assert [day for day, _start, _end in facts.dates(text, after=AFTER)] == [FIRST]


def test_date_without_a_year_is_the_next():
    assert facts.dates("14 mars", after=AFTER)[0][0] == SECOND


@pytest.mark.parametrize("text", ["31 februari 2017", "45/12 -16", "8 000 kr", "08-452 71 43", "kl. 10-16"])
def test_what_is_no_date_is_none(text):
    assert facts.dates(text, after=AFTER) == []


@pytest.mark.parametrize("text", ["kl. 10–16", "kl 10.00-16.00", "10:00–16:00", "klockan 10 till 16", "10 – 16"])
def test_hours_are_read(text):
    assert facts.hours(text)[:2] == (TEN, FOUR)


@pytest.mark.parametrize(
    "text",
    ["8 000 kr", "8\u00a0000 kronor", "8000:-", "8000 kr", "SEK 8,000", "8.000 kr", "8 000,00 kr", "8 tkr",
     "åtta tusen kronor", "åttatusen kronor", "8 000 SEK"],
)  # fmt: skip
def test_price_is_read(text):
    assert facts.price(f"Avgiften är {text} per person") == 8000


def test_price_in_words_is_added_up():
    assert facts.price("tolv tusen fem hundra kronor") == 12_500


ENGLISH = """Safe meeting places

A network for municipalities.

Background

The congress decided it.

Whom the network is for

Municipalities and regions.

Dates

Meeting 1: December 6, 2016, at 10:00–16:00, Stockholm

Cost: SEK 8,000 per person

Contact

Malin Svanberg, malin.svanberg@skl.example, +46 8 452 71 43
"""


def test_english_letter_is_read_as_well():
    letter = place(read_text(ENGLISH.encode()), after=AFTER)
    assert (letter.title, letter.lead) == ("Safe meeting places", "A network for municipalities.")
    assert letter.texts["background"] == "The congress decided it."
    assert letter.texts["target_group"] == "Municipalities and regions."
    assert letter.price == 8000
    meeting = letter.meetings[0]
    assert (meeting.date, meeting.starts, meeting.place) == (FIRST, TEN, "Stockholm")
    assert letter.contacts[0].phone == "+46 8 452 71 43"


def test_text_box_and_header_are_read_once():
    lines = [line.text for line in read_docx(shapes.with_a_text_box())]
    assert lines.count("Välkommen till Lindåsa") == 1
    assert lines[-1] == "Diarienummer 16/1234"


def test_more_meetings_than_any_series_has_are_shown_as_unplaced():
    rows = "\n\n".join(f"Träff {number}: 6 december 2016, Ort{number}" for number in range(1, 41))
    lines = read_text(f"Rubrik\n\nIngress.\n\nTräffar\n\n{rows}".encode())
    letter = place(lines, after=AFTER)
    assert len(letter.meetings) == 25
    assert "Ort40" in letter.unplaced
    nothing_lost(lines, letter)


@pytest.mark.parametrize("piece", ["a ", "6 december ", "åtta tusen ", "a@", "08-4 ", "-", "a.b-", "\t", "Pris: "])
@pytest.mark.parametrize("heading", ["Pris", "Träffar", "Kontakt", "Anmälan"])
def test_endless_line_is_read_at_once(heading, piece):
    lines = [Line(runs=(Run(heading),)), Line(runs=(Run("x" + piece * 60_000),))]
    began = time.process_time()
    place(lines, after=AFTER)
    # Quadratic patterns took minutes; what is left takes a fraction of a second.
    assert time.process_time() - began < 10


# No word is lost, whatever comes

WORDS = st.sampled_from(
    [
        "Bakgrund",
        "Syfte",
        "Mål",
        "Träffar",
        "Kontakt",
        "Anmälan",
        "Pris:",
        "Plats:",
        "Tid:",
        "INBJUDAN",
        "kommunen",
        "6 december 2016",
        "kl. 10–16",
        "våren",
        "malin@skl.example",
        "08-452 71 43",
        "*stjärna*",
        "_streck_",
        "[hake]",
        "8 000 kr",
        "Malin Svanberg",
        "Frågor?",
        "Stockholm,",
        "den",
        "–",
        ".",
        "2017",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


def line(kind):
    run = st.builds(lambda text, bold: Run(text, bold=bold), TEXTS, st.booleans())
    return st.builds(lambda one: Line(runs=(one,), kind=kind, level=1), run)


ROWS = st.lists(line("text"), min_size=1, max_size=3).map(
    lambda cells: Line(kind="row", cells=tuple((c,) for c in cells))
)
LINES = st.lists(st.one_of(line("text"), line("heading"), line("item"), ROWS), min_size=1, max_size=14)


@given(LINES)
def test_no_word_is_lost(lines):
    nothing_lost(lines, place(lines, after=AFTER))
