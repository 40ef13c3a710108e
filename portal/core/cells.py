"""Cells of a table that others open in a spreadsheet."""

from portal.core.signs import printable

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection").
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(value):
    """Return the value as a cell that starts no formula: a text that would begin one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINNINGS) else value


class PlainCells:
    """Mixin for Wagtail's listings: what is exported as CSV starts no formula. Of XLSX Wagtail sees to that itself."""

    def preprocess_field_value(self, field, value, export_format):
        """Return what the cell holds; a workbook with a control character in it cannot be written."""
        cell = super().preprocess_field_value(field, value, export_format)
        cell = printable(cell) if isinstance(cell, str) else cell
        return plain(cell) if export_format == self.FORMAT_CSV else cell
