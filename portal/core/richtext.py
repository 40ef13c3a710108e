"""Rich text read as plain data, for what is no web page: a PDF, a Word file, a mail.

Knows what the editor can make (`RICH_TEXT_FEATURES`, and headings): paragraphs, lists, headings, bold, italic and
links. Of anything else the text is kept and the form is not.
"""

from html.parser import HTMLParser
from urllib.parse import urljoin

from django.conf import settings
from wagtail.rich_text import expand_db_html

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"p", "li", "blockquote", "div", "td", "th", *HEADINGS}
STRONG, SLANTED = {"b", "strong"}, {"i", "em"}


def blocks(source):
    """Return the blocks of a rich text, in order.

    Each is {"kind": "paragraph" | "heading" | "item", "level", "ordered", "number", "runs"}; a run is {"text",
    "bold", "italic", "url"}, where "url" is empty or absolute. Blocks without words are left out.
    """
    reader = _Reader()
    reader.feed(expand_db_html(source or ""))
    reader.close()
    reader.end_block()
    return reader.found


def nested(found):
    """Return the blocks with neighbouring list items gathered: {"kind": "list", "ordered", "items"}.

    An item is {"runs", "lists"}, where "lists" are those that stand inside it.
    """
    rows, open_lists = [], []
    for block in found:
        if block["kind"] != "item":
            rows.append(block)
            open_lists = []
            continue
        level = max(1, min(block["level"], len(open_lists) + 1))
        open_lists = open_lists[:level]
        if len(open_lists) < level or open_lists[-1]["ordered"] != block["ordered"]:
            made = {"kind": "list", "ordered": block["ordered"], "items": []}
            above = open_lists[level - 2]["items"][-1]["lists"] if level > 1 else rows
            above.append(made)
            open_lists = [*open_lists[: level - 1], made]
        open_lists[-1]["items"].append({"runs": block["runs"], "lists": []})
    return rows


def plain(source):
    """Return the rich text as lines of plain text, list items with a dash."""
    lines = []
    for block in blocks(source):
        text = "".join(run["text"] for run in block["runs"])
        lines.append(f"- {text}" if block["kind"] == "item" else text)
    return "\n".join(lines)


class _Reader(HTMLParser):
    """Walks through the markup once."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.runs, self.lists = [], [], []
        self.bold = self.italic = 0
        self.links = []
        self.kind = "paragraph"
        self.heading = 0

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.end_block()
            self.kind = "heading" if tag in HEADINGS else "item" if tag == "li" else "paragraph"
            self.heading = HEADINGS.get(tag, 0)
            if tag == "li" and self.lists:
                self.lists[-1]["number"] += 1
        elif tag in {"ul", "ol"}:
            self.end_block()
            self.lists.append({"ordered": tag == "ol", "number": 0})
        elif tag == "br":
            self.handle_data("\n")
        self.bold += tag in STRONG
        self.italic += tag in SLANTED
        if tag == "a":
            self.links.append(_safe(dict(attrs).get("href")))

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        elif tag in {"ul", "ol"}:
            self.end_block()
            if self.lists:
                self.lists.pop()
        self.bold = max(0, self.bold - (tag in STRONG))
        self.italic = max(0, self.italic - (tag in SLANTED))
        if tag == "a" and self.links:
            self.links.pop()

    def handle_data(self, data):
        self.runs.append(
            {
                "text": data,
                "bold": bool(self.bold),
                "italic": bool(self.italic),
                "url": self.links[-1] if self.links else "",
            }
        )

    def end_block(self):
        """Keep what has been read since the last block began, if it holds any words."""
        runs, self.runs = self.runs, []
        if not "".join(run["text"] for run in runs).strip():
            return
        runs[0]["text"] = runs[0]["text"].lstrip()
        runs[-1]["text"] = runs[-1]["text"].rstrip()
        own = self.lists[-1] if self.lists else {"ordered": False, "number": 1}
        self.found.append(
            {
                "kind": self.kind,
                "level": self.heading if self.kind == "heading" else len(self.lists),
                "ordered": own["ordered"],
                "number": own["number"],
                "runs": [run for run in runs if run["text"]],
            }
        )
        self.kind = "paragraph"


def _safe(url):
    """The address in full if it is one that a document may lead to, else nothing."""
    whole = urljoin(f"{settings.SITE_URL}/", url or "")
    return whole if url and whole.startswith(("https://", "http://", "mailto:", "tel:")) else ""
