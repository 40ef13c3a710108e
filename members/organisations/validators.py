"""What the register may hold."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.counties import County

# How many digits the official code of each sort has; the others have mostly none of their own.
CODE_LENGTHS = {"municipality": 4, "region": 2, "county_council": 2}


def clean_code(code, kind):
    """Return an official code, as SCB writes it; raises ValidationError for what that sort cannot have."""
    length = CODE_LENGTHS.get(kind, len(code))
    is_code = code.isascii() and code.isdigit() and len(code) == length and length in (2, 4)
    if code and not (is_code and code[:2] in County.values):
        raise ValidationError(_("Koden stämmer inte: en kommuns har fyra siffror, en regions två."), code="code")
    return code


def clean_organisation_number(value):
    """Return a Swedish organisation number as NNNNNN-NNNN.

    Checked as Bolagsverket has it: ten digits, the third at least 2 (which no personal identity number has), and a
    control digit by the Luhn algorithm. Raises ValidationError otherwise.
    """
    digits = "".join(character for character in value if character not in " -")
    if len(digits) == 12 and digits.startswith("16"):
        digits = digits[2:]
    if not (digits.isascii() and digits.isdigit() and len(digits) == 10) or int(digits[2]) < 2:
        raise ValidationError(_("Ange organisationsnumret med tio siffror, till exempel 222000-0315."), code="format")
    total = 0
    for place, digit in enumerate(digits):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    if total % 10:
        raise ValidationError(_("Organisationsnumret stämmer inte. Kontrollera siffrorna."), code="control_digit")
    return f"{digits[:6]}-{digits[6:]}"
