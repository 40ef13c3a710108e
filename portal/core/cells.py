"""Cells of a table that others open in a spreadsheet."""

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection").
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(value):
    """Return the value as a cell that starts no formula: a text that would begin one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINNINGS) else value


class PlainCells:
    """Mixin for Wagtail's listings: what is exported as CSV starts no formula. Of XLSX Wagtail sees to that itself."""

    def preprocess_field_value(self, field, value, export_format):
        """Return what the cell holds."""
        cell = super().preprocess_field_value(field, value, export_format)
        return plain(cell) if export_format == self.FORMAT_CSV else cell
