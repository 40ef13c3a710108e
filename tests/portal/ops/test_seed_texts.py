"""The seed's markup and its small files."""

import io
import zipfile

from django.core.files.base import ContentFile

from members.files.validators import validate_upload
from portal.ops.seed import documents, prose
from portal.ops.seed.content.networks import materials
from portal.ops.seed.meetings import upload


def test_paragraph_runs_over_its_lines():
    assert prose.html("En rad\noch en till.\n\nNästa.") == "<p>En rad och en till.</p><p>Nästa.</p>"


def test_list_may_follow_a_line_that_leads_to_it():
    assert (
        prose.html("Detta:\n- ett\n  fortsätter\n- två") == "<p>Detta:</p><ul><li>ett fortsätter</li><li>två</li></ul>"
    )


def test_markup_is_escaped_and_links_stand():
    assert prose.html("**A** & [b](/c/)") == '<p><b>A</b> &amp; <a href="/c/">b</a></p>'


def test_nothing_gives_nothing():
    assert prose.html(" \n") == prose.plain("") == ""


def test_stream_gathers_paragraphs_between_headings():
    assert prose.stream("Ett.\n\nTvå.\n\n## Rubrik\n\nTre.") == [
        {"type": "paragraph", "value": "<p>Ett.</p><p>Två.</p>"},
        {"type": "heading", "value": "Rubrik"},
        {"type": "paragraph", "value": "<p>Tre.</p>"},
    ]


def test_plain_keeps_lists_readable():
    assert prose.plain("Ett\n- a\n- b") == "Ett\n\n- a\n- b"


def test_each_material_is_what_its_name_says():
    for name in [*materials.TEXTS, *materials.TABLES]:
        file = upload(name)
        validate_upload(file)
        assert file.size < 10_000, name


def test_word_document_is_a_package_that_holds_the_text():
    content = documents.make("a.docx", heading="Rubrik", paragraphs=["Å < ä"])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "Å &lt; ä" in package.read("word/document.xml").decode()


def test_pdf_is_tagged_and_says_its_language():
    content = documents.make("a.pdf", heading="Rubrik (en)", paragraphs=["Åäö"])
    assert content.startswith(b"%PDF-1.7")
    assert b"/Marked true" in content
    assert b"/Lang (sv-SE)" in content
    assert "Åäö".encode("cp1252") in content
    assert ContentFile(content).size == len(content)


def test_same_text_gives_the_same_bytes():
    assert documents.make("a.docx", heading="a") == documents.make("a.docx", heading="a")
