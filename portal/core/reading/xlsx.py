"""The first sheet of a workbook as rows of text. A formula is read as the value that it last had."""

import datetime
import zipfile
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from portal.core.reading import package
from portal.core.reading.lines import Unreadable
from portal.core.signs import printable

MAX_BYTES, MAX_COLUMNS, LONGEST_CELL = 1024 * 1024, 30, 500
LAST_ROW = 1_048_576  # of any sheet: a file may claim rows beyond it


def read_table(upload, *, max_rows):
    """Return the rows of an uploaded .xlsx file as lists of text, each with its number in the sheet; empty ones apart.

    Raises Unreadable, whose message a person can act on.
    """
    if not (upload.name or "").lower().endswith(".xlsx"):
        raise Unreadable("no_workbook")
    if upload.size > MAX_BYTES:
        raise Unreadable("large_workbook")
    content = upload.read(MAX_BYTES + 1)
    try:
        package.check(content)
    except Unreadable as error:
        raise Unreadable("broken_workbook") from error
    rows = _rows(content, max_rows)
    if not rows:
        raise Unreadable("empty_table")
    return rows


def _rows(content, max_rows):
    broken = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size is not believed
        return _filled(sheet.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS, values_only=True), max_rows)
    except (*broken, SyntaxError, RecursionError, OverflowError, OSError) as error:
        raise Unreadable("broken_workbook") from error


def _filled(rows, max_rows):
    found = []
    for number, row in enumerate(rows, 1):
        if row.count(None) < len(row) and any(cells := [_text(cell) for cell in row]):
            found.append((number, cells))
        if len(found) > max_rows + 1:  # the headings are one
            raise Unreadable("long_table")
    return found


def _text(cell):
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(printable(str(cell)).split())[:LONGEST_CELL]
