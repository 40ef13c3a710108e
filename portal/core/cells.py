"""Cells of a table that others open in a spreadsheet."""

import codecs
import datetime

from django.utils import timezone

from portal.core.signs import printable

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection").
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(value):
    """Return the value as a cell that starts no formula: a text that would begin one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINNINGS) else value


def here(value):
    """Return a moment as the clock here showed it; anything else as it is."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.make_naive(value)
    return value


class PlainCells:
    """Mixin for Wagtail's listings: what is exported says what the page says, and as CSV starts no formula.

    Of formulas in XLSX Wagtail sees to that itself. Moments are the clock's of here.
    """

    def stream_csv(self, queryset):
        """Return the file, with the mark at its beginning that tells Excel that the letters are UTF-8."""
        yield codecs.BOM_UTF8
        yield from super().stream_csv(queryset)

    def preprocess_field_value(self, field, value, export_format):
        """Return what the cell holds; a workbook with a control character in it cannot be written."""
        value = here(value)
        cell = super().preprocess_field_value(field, value, export_format)
        if isinstance(cell, datetime.datetime) and export_format == self.FORMAT_CSV:
            cell = f"{cell:%Y-%m-%d %H:%M}"
        cell = printable(cell) if isinstance(cell, str) else cell
        return plain(cell) if export_format == self.FORMAT_CSV else cell
