"""What text must not hold: the portal tells of organisations, never of individuals."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A number of ten or twelve digits, with or without a sign before the last four.
NUMBER = re.compile(r"(?<![\d-])(?P<century>18|19|20)?(?P<date>\d{6})(?P<sign>[-+–]| ?)(?P<last>\d{4})(?![\d-])")
COORDINATION = 60  # added to the day in a coordination number (samordningsnummer)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d-])(\+46|0)[\s-]?(\(0\))?[\s-]?\d{1,3}([\s-]?\d{2,3}){2,4}(?![\d-])")


def holds_personal_number(text):
    """Whether the text holds something shaped as a Swedish personal identity or coordination number.

    Written with a sign before the last four, a date is enough: a mistyped number still points at somebody. Written
    without, the check digit must be right as well (the Luhn algorithm), so that times and references are let through.
    Organisation numbers have no date in them.
    """
    return any(_is_personal(match) for match in NUMBER.finditer(text))


def _is_personal(match):
    digits = match["date"] + match["last"]
    return _is_date(match["date"], match["century"]) and (match["sign"].strip() != "" or _luhn(digits) == 0)


def _is_date(digits, century):
    year, month, day = (int(digits[at : at + 2]) for at in (0, 2, 4))
    if day > COORDINATION:
        day -= COORDINATION
    try:
        datetime.date(int(century or "20") * 100 + year, month, day)
    except ValueError:
        return False
    return True


def _luhn(digits):
    total = 0
    for place, digit in enumerate(digits):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return total % 10


def refuse_personal_numbers(text):
    """Raise ValidationError when the text holds what looks like a personal identity number."""
    if holds_personal_number(text):
        raise ValidationError(
            _("Texten ser ut att innehålla ett personnummer. Ta bort det: skriv aldrig om enskilda personer."),
            code="personal_number",
        )


def holds_contact_details(text):
    """Whether the text holds an e-mail address or a phone number: worth a second thought, not refused."""
    return bool(EMAIL.search(text) or PHONE.search(text))
