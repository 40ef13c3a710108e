"""What may be uploaded, and what is refused in plain words."""

import io
import struct
import zipfile

import pytest
from django.core.exceptions import ValidationError

from members.files import validators
from members.files.validators import safe_name, validate_upload
from tests.factories.files import PDF, upload


def archive(*names, first=None, content=b"x"):
    """A ZIP archive; `first` is stored uncompressed before the rest, as OpenDocument wants its type."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        if first:
            packed.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            packed.writestr(name, content)
    return out.getvalue()


ODT = archive("content.xml", first="application/vnd.oasis.opendocument.text")
ODS = archive("content.xml", first="application/vnd.oasis.opendocument.spreadsheet")

GOOD = {
    "program.pdf": PDF,
    "PROGRAM.PDF": PDF,
    "text.docx": archive("[Content_Types].xml", "word/document.xml"),
    "tabell.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "bilder.pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "text.odt": ODT,
    "tabell.ods": ODS,
    "visning.odp": archive("content.xml", first="application/vnd.oasis.opendocument.presentation"),
    "anteckning.txt": "Hej på er\r\n\tåäö".encode(),
    "latin.txt": "åäö".encode("latin-1"),
    "lista.csv": b"\xef\xbb\xbfnamn;antal\r\nLind;2\r\n",
    "bild.png": b"\x89PNG\r\n\x1a\n" + b"0" * 20,
    "foto.jpg": b"\xff\xd8\xff\xe0" + b"0" * 20,
    "foto.jpeg": b"\xff\xd8\xff\xe1" + b"0" * 20,
    "bild.gif": b"GIF89a" + b"0" * 20,
    "bild.webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
}

BAD = {
    "virus.exe": ("type", b"MZ\x90"),
    "bild.svg": ("type", b"<svg onload=alert(1)>"),
    "sida.html": ("type", b"<html>"),
    "utan-andelse": ("type", PDF),
    "arkiv.zip": ("type", archive("a")),
    "makro.docm": ("type", archive("[Content_Types].xml", "word/document.xml")),
    "tom.pdf": ("empty", b""),
    "forkladd.pdf": ("content", b"<html><script>alert(1)</script>"),
    "polyglott.pdf": ("content", b"GIF89a=1;%PDF-1.7"),
    "forkladd.png": ("content", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "forkladd.jpg": ("content", b"MZ\x90\x00"),
    "forkladd.webp": ("content", b"RIFF\x10\x00\x00\x00WAVEfmt "),
    "forkladd.docx": ("content", ODT),
    "trasig.docx": ("content", b"PK\x03\x04trasig"),
    "kalkyl.docx": ("content", archive("[Content_Types].xml", "xl/workbook.xml")),
    "forkladd.odt": ("content", ODS),
    "binar.txt": ("content", b"\x00\x01\x02"),
    "styr.txt": ("content", b"hej\x01"),
    "sida.txt": ("content", b"\xef\xbb\xbf  <!DOCTYPE html><script>"),
    "bild.csv": ("content", b"<SVG onload=alert(1)>"),
    "makron.docx": ("macro", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
}


@pytest.mark.parametrize("name", GOOD)
def test_file_of_allowed_type_is_accepted(name):
    file = upload(name, GOOD[name])
    validate_upload(file)
    assert file.tell() == 0


@pytest.mark.parametrize("name", BAD)
def test_hostile_or_unknown_file_is_refused(name):
    code, content = BAD[name]
    with pytest.raises(ValidationError) as refused:
        validate_upload(upload(name, content))
    assert refused.value.code == code
    assert refused.value.messages[0]


def test_file_over_the_limit_is_refused(settings):
    settings.PRIVATE_FILE_MAX_BYTES = 10
    with pytest.raises(ValidationError) as refused:
        validate_upload(upload())
    assert refused.value.code == "size"
    assert "Den får vara högst 10\xa0byte" in refused.value.messages[0]


def test_bomb_is_refused_by_its_own_account(monkeypatch):
    monkeypatch.setattr(validators, "MAX_UNPACKED_BYTES", 1000)
    bomb = archive("[Content_Types].xml", "word/document.xml", content=b"0" * 100_000)
    with pytest.raises(ValidationError) as refused:
        validate_upload(upload("bomb.docx", bomb))
    assert refused.value.code == "bomb"


def test_archive_of_very_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(validators, "MAX_MEMBERS", 1)
    with pytest.raises(ValidationError) as refused:
        validate_upload(upload("bomb.docx", archive("[Content_Types].xml", "word/document.xml")))
    assert refused.value.code == "bomb"


def test_archive_with_a_list_too_long_to_read_is_refused_unread(monkeypatch):
    packed = archive("[Content_Types].xml", "word/document.xml")
    at, end = packed.index(b"PK\x01\x02"), packed.rindex(b"PK\x05\x06")
    entry = struct.pack("<4s4B4HL2L5H2Lc", b"PK\x01\x02", 20, 3, 20, *[0] * 8, 1, *[0] * 6, b"a")
    listed = packed[at:end] + entry * 50_000
    forged = packed[:at] + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50_002, 50_002, len(listed), at, 0)
    monkeypatch.setattr(zipfile, "ZipFile", None)  # whoever opens it fails

    with pytest.raises(ValidationError) as refused:
        validate_upload(upload("bomb.docx", forged))
    assert refused.value.code == "bomb"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dagordning åäö.pdf", "Dagordning åäö.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\maja\\plan.pdf", "plan.pdf"),
        ("faktura\u202egpj.exe", "fakturagpj.exe"),
        ("rad\r\nSet-Cookie: x.pdf", "radSet-Cookie_ x.pdf"),
        ('en "fin" fil?.pdf', "en _fin_ fil_.pdf"),
        ("a\u030a.pdf", "å.pdf"),
        (".pdf", "pdf"),
        ("..", "fil"),
        ("", "fil"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
        ("x" * 300, "x" * 150),
    ],
)
def test_name_is_made_safe(name, expected):
    assert safe_name(name) == expected
