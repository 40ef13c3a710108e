"""Hostile and broken files are refused with a message, before they can fill the memory."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.core.reading import MAX_BYTES, Unreadable, read
from tests.home.letters import shapes


def upload(content, name="inbjudan.docx"):
    return SimpleUploadedFile(name, content)


def refused(content, name="inbjudan.docx"):
    with pytest.raises(Unreadable) as caught:
        read(upload(content, name))
    assert str(caught.value.message)
    return caught.value.reason


def changed(name, content):
    """A good letter, in which one part is another."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(shapes.styles())) as good, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bad:
        for entry in good.infolist():
            if entry.filename != name:
                bad.writestr(entry, good.read(entry))
        bad.writestr(name, content)
    return stream.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "broken"),
        (b"not a zip at all", "broken"),
        (b"PK\x03\x04" + b"\x00" * 100, "broken"),
        (shapes.styles()[:2000], "broken"),
        (changed("word/document.xml", b"<broken"), "broken"),
        (changed("word/document.xml", LAUGHS), "broken"),
        (changed("word/document.xml", LAUGHS.decode().encode("utf-16")), "broken"),
        (changed("word/document.xml", b" " * 9_000_000), "unpacked"),
        (changed("word/media/bomb.bin", b"\x00" * 70_000_000), "unpacked"),
        # A part may be called anything: what begins as XML is bounded as XML.
        (changed("word/main.bin", b"<w:document/>" + b" " * 9_000_000), "unpacked"),
        (changed("word/main.bin", "<!DOCTYPE a><a/>".encode("utf-16-le")), "broken"),
        (changed("word/vbaProject.bin", b"Sub AutoOpen()"), "macros"),
    ],
)
def test_hostile_word_file_is_refused(content, reason):
    assert refused(content) == reason


def test_zip_of_many_files_is_refused():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for number in range(1100):
            package.writestr(f"{number}.xml", b"<a/>")
    assert refused(stream.getvalue()) == "unpacked"


def test_zip_that_is_no_word_file_is_refused():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("hej.txt", b"hej")
    assert refused(stream.getvalue()) == "broken"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"a\x00b", "broken"), (b"\xff\xfe\x00", "broken"), (b" \n ", "empty"), (b"a\n" * 6000, "long")],
)
def test_text_that_is_none_is_refused(content, reason):
    assert refused(content, "inbjudan.txt") == reason


def test_other_kinds_and_large_files_are_refused():
    assert refused(b"%PDF", "inbjudan.pdf") == "kind"
    assert refused(b"PK", "inbjudan.docm") == "kind"
    assert refused(b"x" * (MAX_BYTES + 1)) == "large"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_codings_that_people_have(coding):
    assert read(upload("Bakgrund på Åland".encode(coding), "x.txt"))[0].text == "Bakgrund på Åland"
