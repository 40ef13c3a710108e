"""Word files as lines.

The XML is walked here rather than by python-docx, whose paragraphs leave out what was inserted with changes tracked,
content controls and text boxes.
"""

from io import BytesIO

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from portal.core.reading import package
from portal.core.reading.lines import Line, Run, Unreadable

MAX_PARAGRAPHS = 5_000
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What has been taken out with changes tracked, and what is no text.
SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), FALLBACK}


def read_docx(content):
    """Return the lines of a Word file, what stands outside the running text last. Raises Unreadable."""
    package.check(content)
    try:
        document = Document(BytesIO(content))
        lines = _Reader(document).lines()
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError, RecursionError) as error:
        raise Unreadable("broken") from error
    if len(lines) > MAX_PARAGRAPHS:
        raise Unreadable("long")
    if not lines:
        raise Unreadable("empty")
    return lines


class _Reader:
    def __init__(self, document):
        self.document = document
        self.links = {key: part.target_ref for key, part in document.part.rels.items() if part.is_external}
        self.styles = {style.style_id: style for style in document.styles}

    def lines(self):
        """The body's lines, then those of notes, headers and footers."""
        found = list(self._blocks(self.document.element.body))
        for part in self._around():
            found += self._blocks(part)
        return [line for line in found if line.text]

    def _around(self):
        seen = set()
        for relation in self.document.part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if relation.is_external or kind not in {"header", "footer", "footnotes", "endnotes"}:
                continue
            part = relation.target_part
            if part.partname not in seen:
                seen.add(part.partname)
                yield part.element if hasattr(part, "element") else etree.fromstring(part.blob, _parser())

    def _blocks(self, parent):
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in SKIPPED:
                yield from self._blocks(child)

    def _table(self, table):
        for row in table.iter(qn("w:tr")):
            # A table inside a cell is read with the cell.
            if next(row.iterancestors(qn("w:tbl"))) is table:
                cells = tuple(
                    tuple(line for line in self._blocks(cell) if line.text) for cell in row.iterchildren(qn("w:tc"))
                )
                yield Line(kind="row", cells=cells)

    def _paragraph(self, paragraph):
        """The paragraph, parted where it is broken by hand, then the paragraphs of text boxes in it."""
        kind, level, is_ordered = self._kind(paragraph)
        runs, boxes = [], []
        self._gather(paragraph, runs, boxes, "", self._is_bold_style(paragraph))
        lines, current = [], []
        for run in runs:
            for number, part in enumerate(run.text.split("\n")):
                if number:
                    lines.append(current)
                    current = []
                current.append(Run(part, run.bold, run.italic, run.url))
        for part in [*lines, current]:
            yield Line(runs=tuple(run for run in part if run.text), kind=kind, level=level, is_ordered=is_ordered)
        for box in boxes:
            yield from self._blocks(box)

    def _gather(self, parent, runs, boxes, url, bold):
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in SKIPPED:
                continue
            if child.tag == qn("w:txbxContent"):
                boxes.append(child)
            elif child.tag == qn("w:hyperlink"):
                self._gather(child, runs, boxes, self.links.get(child.get(qn("r:id")), ""), bold)
            elif child.tag == qn("w:t"):
                run = child.getparent()
                look = run.find(qn("w:rPr"))
                runs.append(Run(child.text or "", _is_on(look, "w:b", bold), _is_on(look, "w:i", False), url))
            elif child.tag == qn("w:tab"):
                runs.append(Run("\t", bold))
            elif child.tag in {qn("w:br"), qn("w:cr")}:
                runs.append(Run("\n", bold))
            elif child.tag == qn("w:noBreakHyphen"):
                runs.append(Run("-", bold))
            else:
                self._gather(child, runs, boxes, url, bold)

    def _style(self, paragraph):
        look = paragraph.find(qn("w:pPr"))
        named = look.find(qn("w:pStyle")) if look is not None else None
        return self.styles.get(named.get(qn("w:val"))) if named is not None else None

    def _is_bold_style(self, paragraph):
        style = self._style(paragraph)
        return bool(style is not None and style.font.bold)

    def _kind(self, paragraph):
        """(kind, level, is_ordered) of a paragraph, by its style in either language, or by its numbering."""
        style = self._style(paragraph)
        name = (style.name if style is not None else "").lower()
        if name in {"title", "rubrik"}:
            return "heading", 0, False
        if name.startswith(("heading ", "rubrik ")):
            digits = "".join(sign for sign in name if sign.isdigit())
            return "heading", int(digits or 1), False
        if name.startswith(("list", "punktlista", "numrerad lista")):
            return "item", 1, "number" in name or "numrerad" in name
        look = paragraph.find(qn("w:pPr"))
        numbering = look.find(qn("w:numPr")) if look is not None else None
        return ("item", 1, False) if numbering is not None else ("text", 0, False)


def _is_on(look, name, otherwise):
    mark = look.find(qn(name)) if look is not None else None
    if mark is None:
        return otherwise
    return mark.get(qn("w:val")) not in {"0", "false", "off"}


def _parser():
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
