"""The zip that an office file is: refused before anything is unpacked when it would fill the memory or carries code."""

import zipfile
from io import BytesIO

from portal.core.reading.lines import Unreadable

MAX_FILES, MAX_XML, MAX_UNPACKED = 1_000, 8 * 1024 * 1024, 60 * 1024 * 1024
CODINGS = ("ascii", "utf-16-le", "utf-16-be")
DOCUMENT_TYPE = [mark.encode(coding) for mark in ("<!DOCTYPE", "<!ENTITY") for coding in CODINGS]

# What may stand before the first sign of XML: white space, the marks of Unicode, half a sign of UTF-16.
AROUND_XML = b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n"
EBCDIC = "<?xm".encode("cp037")


def check(content):
    """Refuse what would fill the memory, or carries more than text. Raises Unreadable."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_entries(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable("broken") from error


def _check_entries(package):
    entries = package.infolist()
    # Reading stops at the declared size, so what is declared is what can be unpacked.
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable("unpacked")
    for entry in entries:
        name = entry.filename.lower()
        if name.endswith("vbaproject.bin"):
            raise Unreadable("macros")
        if not name.endswith((".xml", ".rels")) and not _begins_as_xml(package, entry):
            continue
        if entry.file_size > MAX_XML:
            raise Unreadable("unpacked")
        text = package.read(entry)
        if name == "[content_types].xml" and b"macroEnabled" in text:
            raise Unreadable("macros")
        if any(mark in text for mark in DOCUMENT_TYPE):
            raise Unreadable("broken")


def _begins_as_xml(package, entry):
    """Whether it is XML by its beginning: what a part is called is whatever the file says."""
    with package.open(entry) as part:
        beginning = part.read(1024).strip(AROUND_XML)
    return not beginning or beginning.startswith((b"<", EBCDIC))
