"""What the fields of an example may hold."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_LINES, MAX_LENGTH = 5, 100


def short_lines(text):
    """Refuse what does not fit a box of the logic model: more than five lines, or a line of over 100 characters."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MAX_LINES:
        raise ValidationError(_("Skriv högst %(number)s rader."), params={"number": MAX_LINES})
    if any(len(line) > MAX_LENGTH for line in lines):
        raise ValidationError(_("Skriv högst %(number)s tecken på varje rad."), params={"number": MAX_LENGTH})
