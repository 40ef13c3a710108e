"""Read what somebody has written elsewhere, a Word file or plain text, as plain lines with a little form.

What comes is not trusted: sizes are bounded before anything is unpacked, macros and document types are refused, and
nothing outside the file is fetched. No word is dropped: headers, footers, notes and text boxes come last.
"""

from django.utils.module_loading import import_string

from portal.core.reading.lines import Line, Run, Unreadable
from portal.core.reading.text import read_text

# Named, not imported: python-docx takes 20 MB of every worker's memory, and few of them ever need it. So openpyxl.
READ_DOCX = "portal.core.reading.docx.read_docx"
READ_TABLE = "portal.core.reading.xlsx.read_table"
MAX_BYTES = 5 * 1024 * 1024

__all__ = ["MAX_BYTES", "Line", "Run", "Unreadable", "read", "read_table"]


def read(upload):
    """Return the lines of an uploaded .docx or .txt file. Raises Unreadable, whose message a person can act on."""
    name = (upload.name or "").lower()
    if upload.size > MAX_BYTES:
        raise Unreadable("large")
    content = upload.read(MAX_BYTES + 1)
    if name.endswith(".docx"):
        return import_string(READ_DOCX)(content)
    if name.endswith(".txt"):
        return read_text(content)
    raise Unreadable("kind")


def read_table(upload, *, max_rows):
    """Return the rows of an uploaded .xlsx file's first sheet, each with its number. Raises Unreadable."""
    return import_string(READ_TABLE)(upload, max_rows=max_rows)
