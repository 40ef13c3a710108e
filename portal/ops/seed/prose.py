"""From the light markup of the seed's texts to what the models store."""

import re
from itertools import pairwise

from django.utils.html import escape

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def parts(text):
    """Yield ("heading" | "list" | "paragraph", [lines]) for each part; blank lines split them."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines()] or [""]
        if lines[0].startswith("## "):
            yield "heading", [lines[0].removeprefix("## ")]
        elif any(line.startswith("- ") for line in lines):
            yield from _with_list(lines)
        elif lines != [""]:
            yield "paragraph", [" ".join(lines)]


def _with_list(lines):
    """A list with, perhaps, a line that leads to it; a line that does not begin with a hyphen continues the last."""
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    if starts[0]:
        yield "paragraph", [" ".join(lines[: starts[0]])]
    items = [" ".join(lines[begin:end]) for begin, end in pairwise([*starts, len(lines)])]
    yield "list", [item.removeprefix("- ") for item in items]


def inline(line):
    """Return a line as HTML: escaped, with its links and bold words."""
    return BOLD.sub(r"<b>\1</b>", LINK.sub(r'<a href="\2">\1</a>', escape(line)))


def html(text):
    """Return the text as HTML of paragraphs and lists; a heading becomes an h2."""
    return "".join(_as_html(kind, lines) for kind, lines in parts(text))


def _as_html(kind, lines):
    if kind == "list":
        return "<ul>" + "".join(f"<li>{inline(line)}</li>" for line in lines) + "</ul>"
    tag = "h2" if kind == "heading" else "p"
    return f"<{tag}>{inline(lines[0])}</{tag}>"


def stream(text):
    """Return the text as raw StreamField data of headings and paragraphs (portal.core.blocks.TextStreamBlock)."""
    blocks = []
    for kind, lines in parts(text):
        if kind == "heading":
            blocks.append({"type": "heading", "value": lines[0]})
        elif blocks and blocks[-1]["type"] == "paragraph":
            blocks[-1]["value"] += _as_html(kind, lines)
        else:
            blocks.append({"type": "paragraph", "value": _as_html(kind, lines)})
    return blocks


def plain(text):
    """Return the text for a plain field: one line a paragraph, a blank line between, lists with hyphens."""
    return "\n\n".join(
        "\n".join(f"- {line}" for line in lines) if kind == "list" else lines[0] for kind, lines in parts(text)
    )
