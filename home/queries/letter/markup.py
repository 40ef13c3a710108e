"""Lines as text with light markup (portal.core.markup), which a person can read and change in a plain field."""

import re

# Only what would mean something: a person reads this text.
MARKS = re.compile(r"([\\*\[\]`]|(?<!\w)_|_(?!\w))")
AT_START = re.compile(r"^(\s*)([-+>#]|\d+[.)])(?=\s)", re.MULTILINE)


def escaped(text):
    """Return the text with those signs made plain that would be markup."""
    marked = MARKS.sub(r"\\\1", text)
    return AT_START.sub(lambda match: f"{match[1]}{_plain(match[2])}", marked)


def _plain(mark):
    return f"{mark[:-1]}\\{mark[-1]}"


def paragraph(line):
    """Return a line as markup: an item with its mark, a row of a table as an item with its cells apart."""
    if line.kind == "row":
        cells = [" ".join(_runs(one.runs) if one.runs else one.text for one in cell) for cell in line.cells]
        return f"- {' – '.join(cell for cell in cells if cell)}"
    text = _runs(line.runs)
    if line.kind == "item":
        return f"{'1.' if line.is_ordered else '-'} {' '.join(text.split())}"
    return f"**{text}**" if line.kind == "heading" else text


def _runs(runs):
    return "".join(_run(run) for run in _joined(runs)).strip()


def _joined(runs):
    """Runs that look the same as one: Word parts a word wherever somebody once stopped typing."""
    joined = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last[1:] == (run.bold, run.italic, run.url)):
            joined[-1] = (last[0] + run.text, *last[1:])
        else:
            joined.append((run.text, run.bold, run.italic, run.url))
    return joined


def _run(run):
    text, bold, italic, url = run
    inner = text.strip()
    if not inner:
        return text
    mark = "**" * bold + "*" * italic
    made = f"{mark}{escaped(inner)}{mark[::-1]}"
    if url.startswith(("https://", "http://", "mailto:")) and not re.search(r"[\s()<>]", url):
        made = f"[{made}]({url})"
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{made}{tail}"


def markup(lines):
    """Return several lines as markup: items close together, paragraphs apart."""
    parts = []
    for line in lines:
        text = paragraph(line)
        if not text:
            continue
        is_item = line.kind in {"item", "row"}
        if parts:
            parts.append("\n" if is_item and parts[-1].startswith(("- ", "1. ")) else "\n\n")
        parts.append(text)
    return "".join(parts)
