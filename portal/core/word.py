"""Word files with real structure: styles, headings, lists, a table with a header row, and the language set."""

from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from portal.core.signs import printable

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
INK = RGBColor(0x08, 0x38, 0x42)


class WordFile:
    """A document that is written from the top."""

    def __init__(self, *, title, language, author, subject=""):
        self.document = Document()
        self._page()
        self._styles(LANGUAGES[language])
        about = self.document.core_properties
        about.title, about.author, about.subject = (printable(text)[:255] for text in (title, author, subject))
        about.language, about.comments = LANGUAGES[language], ""
        self.document.add_paragraph(printable(title), style="Title")

    def _page(self):
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2.2)

    def _styles(self, language):
        styles = self.document.styles
        for name, size in {"Normal": 11, "Title": 22, "Heading 1": 15, "Heading 2": 12.5}.items():
            style = styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:hAnsi"), "Calibri")
            if name != "Normal":
                style.font.color.rgb = INK
        defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        for properties in (defaults, styles["Normal"].element.get_or_add_rPr()):
            tag = properties.find(qn("w:lang"))
            if tag is None:
                tag = OxmlElement("w:lang")
                properties.append(tag)
            tag.set(qn("w:val"), language)

    def heading(self, text, level=1):
        """Add a heading."""
        self.document.add_heading(printable(text), level)

    def paragraph(self, text, *, bold=False, italic=False, style=None):
        """Add a paragraph of plain text."""
        run = self.document.add_paragraph(style=style).add_run(printable(text))
        run.bold, run.italic = bold or None, italic or None

    def rich(self, blocks, *, level=2):
        """Add the blocks of a rich text (portal.core.richtext), links with their addresses after them."""
        for block in blocks:
            self._fill(self.document.add_paragraph(style=_style(block, level)), block["runs"])

    def _fill(self, paragraph, runs):
        for run in runs:
            made = paragraph.add_run(printable(run["text"]))
            made.bold, made.italic = run["bold"] or None, run["italic"] or None
            shown = run["url"].removeprefix("mailto:").removeprefix("tel:")
            if shown and shown not in run["text"]:
                paragraph.add_run(printable(f" ({shown})"))

    def facts(self, rows):
        """Add a table of two columns, what and which; what is to be filled in stands in brackets."""
        table = self.document.add_table(rows=0, cols=2, style="Table Grid")
        for label, value in rows:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(label).bold = True
            cells[1].paragraphs[0].add_run(printable(value))
        _widths(table, (Cm(5), Cm(11)))

    def table(self, columns, rows):
        """Add a table whose first row is its header, on each page that it reaches."""
        table = self.document.add_table(rows=1, cols=len(columns), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(printable(value))

    def content(self):
        """Return the bytes of the file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def _style(block, level):
    if block["kind"] == "heading":
        return f"Heading {level}"
    if block["kind"] == "item":
        name = "List Number" if block["ordered"] else "List Bullet"
        return name if block["level"] < 2 else f"{name} {min(block['level'], 3)}"
    return None


def _widths(table, widths):
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
