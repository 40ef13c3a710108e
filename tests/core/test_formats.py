"""Days and times in the two languages: the same order, the same clock."""

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import date_format, get_format

MOMENT = datetime.datetime(2026, 12, 4, 14, 30)
ENGLISH = {
    "DATE_FORMAT": "4 December 2026",
    "DATETIME_FORMAT": "4 December 2026 14:30",
    "TIME_FORMAT": "14:30",
    "SHORT_DATE_FORMAT": "4 Dec 2026",
    "SHORT_DATETIME_FORMAT": "4 Dec 2026 14:30",
    "MONTH_DAY_FORMAT": "4 December",
    "YEAR_MONTH_FORMAT": "December 2026",
}


@pytest.mark.parametrize(("name", "written"), ENGLISH.items())
def test_english_date_is_british_and_its_clock_has_24_hours(name, written):
    with translation.override("en"):
        assert date_format(MOMENT, name) == written


def test_swedish_date_is_as_it_was():
    with translation.override("sv"):
        assert date_format(MOMENT, "DATE_FORMAT") == "4 december 2026"
        assert date_format(MOMENT, "DATETIME_FORMAT") == "4 december 2026 14:30"


def test_value_that_a_template_says_nothing_about_is_british_too():
    with translation.override("en"):
        written = Template("{{ day }} | {{ moment }} | {{ moment|date }} | {{ moment|time }}").render(
            Context({"day": MOMENT.date(), "moment": MOMENT})
        )
    assert written == "4 December 2026 | 4 December 2026 14:30 | 4 December 2026 | 14:30"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_field_is_filled_in_as_the_year_first_and_the_week_begins_on_a_monday(language):
    with translation.override(language):
        assert forms.DateField(localize=True).widget.format_value(MOMENT.date()) == "2026-12-04"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


def test_english_field_reads_the_day_before_the_month():
    with translation.override("en"):
        assert forms.DateField().clean("4/12/2026") == datetime.date(2026, 12, 4)
        with pytest.raises(forms.ValidationError):
            forms.DateField().clean("12/24/2026")
