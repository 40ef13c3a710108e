"""Plain text as lines."""

import re

from portal.core.reading.lines import Line, Run, Unreadable

MAX_CHARACTERS, MAX_LINES = 400_000, 5_000
BULLET = re.compile(r"^\s*(?:[-–•*·]|o(?=\s{2,}))\s+(?=\S)")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
# A line of this length that does not end a sentence was broken by the width of a window.
WIDE = 55


def read_text(content):
    """Return the lines of a text file in UTF-8, UTF-16 or Windows' own. Raises Unreadable."""
    text = _decoded(content)
    if "\x00" in text:
        raise Unreadable("broken")
    if len(text) > MAX_CHARACTERS or text.count("\n") > MAX_LINES:
        raise Unreadable("long")
    lines = [_line(row) for row in _unwrapped(text.splitlines())]
    lines = [line for line in lines if line.text]
    if not lines:
        raise Unreadable("empty")
    return lines


def _decoded(content):
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codings = ("utf-16",)
    else:
        codings = ("utf-8-sig", "cp1252")
    for coding in codings:
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("broken")


def _unwrapped(rows):
    """Join rows that were one: the first is wide and stops in the middle of a sentence, the next goes on in small."""
    joined = []
    for row in rows:
        before = joined[-1] if joined else ""
        goes_on = row.strip()[:1].islower() and not BULLET.match(row)
        if goes_on and len(before) >= WIDE and before.rstrip()[-1:] not in ".:!?":
            joined[-1] = f"{before.rstrip()} {row.strip()}"
        else:
            joined.append(row)
    return joined


def _line(row):
    for pattern, is_ordered in ((BULLET, False), (NUMBER, True)):
        found = pattern.match(row)
        if found:
            return Line(runs=(Run(row[found.end() :].strip()),), kind="item", level=1, is_ordered=is_ordered)
    return Line(runs=(Run(row.strip()),))
