"""What may be uploaded: a list of types, each recognised by its content and not by its name alone."""

import unicodedata
import zipfile
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

# An Office file is a ZIP archive; these bound what reading it may cost whoever opens it.
MAX_UNPACKED_BYTES = 500 * 1024 * 1024
MAX_MEMBERS = 5_000
# Of the archive's list of its members: long names, and as much again. The list is looked at before it is read.
MAX_LIST_BYTES = MAX_MEMBERS * 400
HEAD_BYTES = 1024
NAME_LENGTH = 150

MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<?php")


@dataclass(frozen=True)
class FileType:
    """A type that is let in: what browsers call it, and the function that recognises its content."""

    content_type: str
    recognise: object


def _starts(*signatures):
    return lambda head, file: head.startswith(signatures)


def _is_webp(head, file):
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _is_office(folder):
    def recognise(head, file):
        members = _members(head, file)
        return "[Content_Types].xml" in members and any(name.startswith(folder) for name in members)

    return recognise


def _is_open_document(kind):
    expected = f"application/vnd.oasis.opendocument.{kind}".encode()

    def recognise(head, file):
        # The standard wants the type uncompressed and first (OpenDocument 1.2, part 3, section 3.3).
        return bool(_members(head, file)) and head[30:].startswith(b"mimetype" + expected)

    return recognise


def _members(head, file):
    """Return the names in the archive; none when it is no archive. Raises ValidationError for a bomb or a macro."""
    if not head.startswith(b"PK\x03\x04"):
        return []
    try:
        if _list_bytes(file) > MAX_LIST_BYTES:
            raise bomb()
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        return []
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
        raise bomb()
    names = [info.filename for info in infos]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(_("Filen innehåller makron. Spara den utan makron och försök igen."), code="macro")
    return names


def _list_bytes(file):
    """Return how long the archive says that the list of its members is.

    Opening an archive reads all of it: a list of a million empty members fits into fifty megabytes, and takes ten
    seconds and hundreds of megabytes of memory.
    """
    end = zipfile._EndRecData(file)
    return end[zipfile._ECD_SIZE] if end else 0


def bomb():
    """Return the error of an archive that costs too much to read."""
    return ValidationError(_("Filen blir för stor när den packas upp."), code="bomb")


def _is_text(head, file):
    if b"\x00" in head or head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        return False
    return not any(byte < 9 or 13 < byte < 27 for byte in head)


ALLOWED = {
    "pdf": FileType("application/pdf", _starts(b"%PDF-")),
    "docx": FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _is_office("word/")),
    "xlsx": FileType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _is_office("xl/")),
    "pptx": FileType("application/vnd.openxmlformats-officedocument.presentationml.presentation", _is_office("ppt/")),
    "odt": FileType("application/vnd.oasis.opendocument.text", _is_open_document("text")),
    "ods": FileType("application/vnd.oasis.opendocument.spreadsheet", _is_open_document("spreadsheet")),
    "odp": FileType("application/vnd.oasis.opendocument.presentation", _is_open_document("presentation")),
    "txt": FileType("text/plain", _is_text),
    "csv": FileType("text/csv", _is_text),
    "png": FileType("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": FileType("image/jpeg", _starts(b"\xff\xd8\xff")),
    "jpeg": FileType("image/jpeg", _starts(b"\xff\xd8\xff")),
    "gif": FileType("image/gif", _starts(b"GIF87a", b"GIF89a")),
    "webp": FileType("image/webp", _is_webp),
}


def extension_of(name):
    """Return the ending of a file's name, in lower case and without the dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def safe_name(name):
    """Return a name that is safe in a header, on a disk and to the eye.

    No path, no control characters and none of those that turn the direction of writing: "fakturagpj.exe" can be
    made to look as if it ended in "jpg".
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C")
    name = "".join("_" if letter in '<>:"|?*;%' else letter for letter in name).strip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return name[:NAME_LENGTH] or "fil"
    return f"{stem[: NAME_LENGTH - len(extension) - 1] or 'fil'}.{extension}"


def validate_upload(upload):
    """Accept a file of a known type that is what its name says; raises ValidationError in plain words."""
    name = safe_name(upload.name)
    extension = extension_of(name)
    kind = ALLOWED.get(extension)
    if kind is None:
        raise ValidationError(
            _("Filer av typen %(extension)s kan inte laddas upp. Det går bra med %(allowed)s."),
            code="type",
            params={"extension": f".{extension}" if extension else "–", "allowed": allowed_in_words()},
        )
    if upload.size > settings.PRIVATE_FILE_MAX_BYTES:
        raise ValidationError(
            _("Filen är för stor: %(size)s. Den får vara högst %(limit)s."),
            code="size",
            params={
                "size": filesizeformat(upload.size),
                "limit": filesizeformat(settings.PRIVATE_FILE_MAX_BYTES),
            },
        )
    if not upload.size:
        raise ValidationError(_("Filen är tom."), code="empty")
    upload.seek(0)
    head = upload.read(HEAD_BYTES)
    upload.seek(0)
    recognised = kind.recognise(head, upload)
    upload.seek(0)
    if not recognised:
        raise ValidationError(
            _("Filens innehåll stämmer inte med namnet %(name)s. Öppna den i sitt program och spara den på nytt."),
            code="content",
            params={"name": name},
        )


def allowed_in_words():
    """Return the endings that may be uploaded, as people read them."""
    return ", ".join(extension for extension in ALLOWED if extension != "jpeg")
