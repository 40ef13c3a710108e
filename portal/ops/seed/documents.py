"""Small real files for the demonstration: text, table, Word, and a PDF with tags for screen readers."""

import csv
import io
import textwrap
import zipfile
from xml.sax.saxutils import escape

CONTENT_TYPES = {
    "txt": "text/plain",
    "csv": "text/csv",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

DOCX = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A file's time, so that the same text gives the same bytes.
MOMENT = (2016, 12, 6, 10, 0, 0)


def make(name, *, heading="", paragraphs=(), rows=()):
    """Return the bytes of the file: its ending says which kind. A table takes `rows`, the others the text."""
    kind = name.rpartition(".")[2]
    if kind == "csv":
        return _csv(rows)
    return {"txt": _txt, "docx": _docx, "pdf": _pdf}[kind](heading, paragraphs)


def _csv(rows):
    """Semicolons and a byte-order mark: what a Swedish Excel opens without asking."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return ("\ufeff" + text.getvalue()).encode()


def _txt(heading, paragraphs):
    return "\n\n".join([heading, *paragraphs, ""]).encode()


def _docx(heading, paragraphs):
    runs = [f'<w:p><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>{escape(heading)}</w:t></w:r></w:p>']
    runs += [f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph in paragraphs]
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{namespace}"><w:body>{"".join(runs)}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in {**DOCX, "word/document.xml": document}.items():
            archive.writestr(zipfile.ZipInfo(path, MOMENT), XML + text)
    return packed.getvalue()


def _pdf(heading, paragraphs):
    """One page in Helvetica, tagged: a heading, then paragraphs, in Swedish (ISO 32000-1, 14.7 and 14.8)."""
    content, kinds, y = [], [], 780
    for number, paragraph in enumerate([heading, *paragraphs]):
        tag, size = ("H1", 20) if number == 0 else ("P", 12)
        kinds.append(tag)
        content.append(f"/{tag} <</MCID {number}>> BDC BT /F1 {size} Tf 60 {y} Td {size + 6} TL")
        lines = textwrap.wrap(paragraph, 44 if number == 0 else 78)
        content += [f"({_pdf_text(line)}) Tj T*" for line in lines]
        content.append("ET EMC")
        y -= (size + 6) * len(lines) + 12
    stream = "\n".join(content).encode("cp1252")
    first = 7  # the first structure element's object number
    kids = " ".join(f"{first + number} 0 R" for number in range(len(kinds)))
    objects = [
        "<</Type/Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo <</Marked true>> /Lang (sv-SE) "
        "/ViewerPreferences <</DisplayDocTitle true>>>>",
        "<</Type/Pages /Kids [3 0 R] /Count 1>>",
        "<</Type/Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R "
        "/StructParents 0 /Tabs /S>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        "<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>",
        f"<</Type/StructTreeRoot /K [{kids}] /ParentTree <</Nums [0 [{kids}]]>>>>",
        *(f"<</Type/StructElem /S/{kind} /P 6 0 R /Pg 3 0 R /K {number}>>" for number, kind in enumerate(kinds)),
        f"<</Title ({_pdf_text(heading)})>>",
    ]
    return _pdf_file(objects)


def _pdf_file(objects):
    """Number the objects (the last one is the document's information) and write the table of where each begins."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        body = body if isinstance(body, bytes) else body.encode("cp1252")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"trailer\n<</Size {count} /Root 1 0 R /Info {len(objects)} 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode()


def _pdf_text(line):
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
