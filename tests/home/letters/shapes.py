"""One invitation as people write it: the same facts in the shapes that word processors and habits give them."""

from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

TITLE = "Nätverk för trygga mötesplatser"
LEAD = "Ett nätverk för kommuner som vill komma längre."
BACKGROUND = "Kongressen beslutade om goda exempel."
PURPOSE = "Nätverket ska ge mer kunskap."
REQUIREMENTS = ("Ett beslut i styrelsen", "Arbete mellan träffarna")
COST = "8 000 kr per person för alla träffar"
REGISTRATION = "Anmäl er senast den 15 november 2016 till Malin."
MEETINGS = (
    "Träff 1: 6 december 2016, kl. 10–16, Stockholm",
    "Träff 2: 14 mars 2017, kl. 10–16, Göteborg",
)
SECTIONS = [
    ("Bakgrund", [BACKGROUND]),
    ("Syfte", [PURPOSE]),
    ("Det här krävs", list(REQUIREMENTS)),
    ("Träffar", list(MEETINGS)),
    ("Kostnad", [COST]),
    ("Anmälan", [REGISTRATION]),
    ("Kontakt", ["Malin Svanberg, malin.svanberg@skl.example, 08-452 71 43"]),
]


def content(document):
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def letter(heading, *, title=True, lead=True, sections=SECTIONS, after=None, text=None):
    """A letter whose headings are made by `heading(document, text)`."""
    document = Document()
    text = text or (lambda document, words: document.add_paragraph(words))
    after = after or (lambda document: None)
    if title:
        document.add_paragraph(TITLE, style="Title")
    if lead:
        text(document, LEAD)
    for words, lines in sections:
        after(document)
        heading(document, words)
        for line in lines:
            after(document)
            if line in REQUIREMENTS:
                document.add_paragraph(line, style="List Bullet")
            else:
                text(document, line)
    return document


def bold(document, words):
    document.add_paragraph().add_run(words).bold = True


def styles():
    return content(letter(lambda document, words: document.add_heading(words, 1)))


def swedish_styles():
    document = letter(lambda document, words: document.add_heading(words, 2))
    document.styles["Heading 2"].name = "Rubrik 2"
    return content(document)


def bold_lines():
    return content(letter(bold))


def capitals():
    return content(letter(lambda document, words: document.add_paragraph(words.upper())))


def colons():
    return content(letter(lambda document, words: document.add_paragraph(f"{words}:")))


def blank_lines_everywhere():
    return content(letter(bold, after=lambda document: document.add_paragraph("")))


def bold_in_pieces():
    """Word parts a heading wherever somebody once stopped typing, with an unbold blank in between."""

    def heading(document, words):
        paragraph = document.add_paragraph()
        paragraph.add_run(words[:3]).bold = True
        paragraph.add_run(words[3:]).bold = True
        paragraph.add_run(" ")

    return content(letter(heading))


def contacts_in_a_table():
    sections = [*SECTIONS[:-1], ("Kontakt", [])]
    document = letter(bold, sections=sections)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Malin Svanberg\nmalin.svanberg@skl.example\n08-452 71 43"
    cells[1].text = "Greta Berg\nutredare\ngreta.berg@skl.example\n08-452 79 58"
    return content(document)


def contacts_in_tabs():
    lines = [
        "Malin Svanberg\tGreta Berg",
        "malin.svanberg@skl.example\tgreta.berg@skl.example",
        "08-452 71 43\t08-452 79 58",
    ]
    return content(letter(bold, sections=[*SECTIONS[:-1], ("Kontakt", lines)]))


def contacts_under_one_another():
    lines = [
        "Malin Svanberg",
        "malin.svanberg@skl.example",
        "Tel: 08-452 71 43",
        "Greta Berg",
        "greta.berg@skl.example",
    ]
    return content(letter(bold, sections=[*SECTIONS[:-1], ("Frågor?", lines)]))


def meetings_in_a_table():
    sections = [row for row in SECTIONS if row[0] != "Träffar"]
    sections.append(("Träffar", []))
    document = letter(bold, sections=sections)
    table = document.add_table(rows=1, cols=4)
    for cell, words in zip(table.rows[0].cells, ("Träff", "Datum", "Tid", "Plats"), strict=True):
        cell.text = words
    for row in (("1", "6/12 -16", "10.00-16.00", "Stockholm"), ("2", "2017-03-14", "10–16", "Göteborg")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return content(document)


def labels():
    """No headings at all: "Pris: 8 000 kr"."""
    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(LEAD)
    for words in (
        f"Bakgrund: {BACKGROUND}",
        f"Syfte: {PURPOSE}",
        f"Krav: {' och '.join(REQUIREMENTS)}",
        "Datum: tisdag 6 december 2016",
        "Tid: kl. 10–16",
        "Plats: Stockholm",
        f"Kostnad: {COST}",
        f"Anmälan: {REGISTRATION}",
        "Kontakt: Malin Svanberg, malin.svanberg@skl.example, 08-452 71 43",
    ):
        document.add_paragraph(words)
    return content(document)


def in_a_content_control():
    """The body in a content control, as in templates of municipalities."""
    document = letter(bold)
    body = document.element.body
    control, inner = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(inner)
    for child in list(body)[1:-1]:
        inner.append(child)
    body.insert(1, control)
    return content(document)


def with_changes_tracked():
    """What was put in with changes tracked is there, what was taken out is not."""
    document = letter(bold)
    paragraph = next(row for row in document.paragraphs if row.text == PURPOSE)
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t> Tillagt.</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:delText> Struket.</w:delText></w:r></w:del>')
    )
    return content(document)


def with_a_link_and_an_unknown_part():
    document = letter(bold)
    paragraph = document.add_paragraph("Läs mer på ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to("https://skl.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>SKL:s sida</w:t></w:r>"))
    paragraph._p.append(link)
    bold(document, "Program för kvällen")
    document.add_paragraph("Middag på hotellet.")
    document.sections[0].header.paragraphs[0].text = "Diarienummer 16/1234"
    return content(document)


BOX = """<w:p {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:v="urn:schemas-microsoft-com:vml">
<w:r><mc:AlternateContent><mc:Choice Requires="wps">
<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>
</mc:Choice><mc:Fallback><w:pict><v:textbox>
<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>
</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def with_a_text_box():
    """Word writes a text box twice, once for itself and once for what is older."""
    document = letter(bold)
    document.element.body.insert(2, parse_xml(BOX.format(w=nsdecls("w"), words="Välkommen till Lindåsa")))
    document.sections[0].header.paragraphs[0].text = "Diarienummer 16/1234"
    return content(document)


def text_file():
    rows = [TITLE, "", LEAD, ""]
    for words, lines in SECTIONS:
        rows += [words, "", *(f"- {line}" if line in REQUIREMENTS else line for line in lines), ""]
    return "\r\n".join(rows).encode("cp1252", "replace").replace(b"?", b"-")


SHAPES = [
    styles, swedish_styles, bold_lines, capitals, colons, blank_lines_everywhere, bold_in_pieces,
    contacts_in_a_table, contacts_in_tabs, contacts_under_one_another, meetings_in_a_table, labels,
    in_a_content_control, with_changes_tracked, with_a_link_and_an_unknown_part,
]  # fmt: skip
