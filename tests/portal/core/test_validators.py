"""Personal identity numbers are found, and other numbers are let through."""

import pytest
from django.core.exceptions import ValidationError

from portal.core.validators import holds_contact_details, holds_personal_number, refuse_personal_numbers


@pytest.mark.parametrize(
    "text",
    [
        "191212121212",
        "121212-1212",
        "Anna, 19850101-1234, säger",  # a mistyped number still points at somebody
        "850101+1234",
        "7010632391",  # a coordination number: the day plus sixty
        "121212 1212",
        "(121212-1212)",
        "121212–1212",
    ],
)
def test_personal_number_is_found(text):
    assert holds_personal_number(text)
    with pytest.raises(ValidationError, match="personnummer"):
        refuse_personal_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi har 12 skolor och 3400 elever.",
        "212000-0142",  # an organisation number has no date in it
        "201612061300",  # the sixth of December at one
        "8501011234",  # the check digit is wrong
        "070-123 45 67",
        "2016-12-06",
        "991345-1234",
        "1212121212123",
        "Diarienummer 2026-850101-1234",
    ],
)
def test_other_numbers_are_let_through(text):
    assert not holds_personal_number(text)
    refuse_personal_numbers(text)


@pytest.mark.parametrize("text", ["anna@lindasa.example", "Ring 070-123 45 67", "+46 8 452 71 43", "08-452 71 43"])
def test_contact_details_are_noticed(text):
    assert holds_contact_details(text)


@pytest.mark.parametrize("text", ["Vi är 40 personer.", "2016-12-06 10:00–16:00", "Lgr 11 och SoL 5 kap."])
def test_other_text_holds_no_contact_details(text):
    assert not holds_contact_details(text)
