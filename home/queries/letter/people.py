"""Contacts: one a line, one under another, or side by side in columns."""

import re
from dataclasses import dataclass, field

from portal.core.reading import Line, Run

EMAIL = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
PHONE = re.compile(r"(?<![\w@])(?:\+46|0)[\d\s()/–-]{5,18}\d(?!\w)")
LABELS = re.compile(
    r"\b(?:e-?post|e-?mail|mejl|mail|tel(?:efon)?(?:nummer)?|phone|mobil|tfn)\b\.?\s*:?\s*", re.IGNORECASE
)
NAME = re.compile(r"^(?:[A-ZÅÄÖÉ][\w’'-]+)(?:\s+(?:[A-ZÅÄÖÉ][\w’'.-]*|von|af|de)){1,3}$")


LONGEST_LINE = 160


@dataclass
class Contact:
    """Somebody to ask."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    sources: list = field(default_factory=list)

    @property
    def is_reachable(self):
        """Whether there is any way to reach them."""
        return bool(self.email or self.phone)


def contacts(lines):
    """Return (contacts, lines that are none) of the lines below a heading for contacts."""
    found, rest = [], []
    for group in _groups(lines):
        made, others = _of_group(group)
        found += made
        rest += others
    return found, rest


def _groups(lines):
    """The lines to read one under another: columns are read one at a time."""
    pending, columns = [], []
    for line in lines:
        parts = _columns(line)
        if len(parts) < 2 or (columns and len(columns) != len(parts)):
            yield from columns
            columns = []
        if len(parts) < 2:
            pending.append(line)
            continue
        if pending:
            yield pending
            pending = []
        columns = columns or [[] for _part in parts]
        for column, part in zip(columns, parts, strict=True):
            column += [_line(row) for row in part.split("\n") if row.strip()]
    yield from columns
    if pending:
        yield pending


def _line(text):
    return Line(runs=(Run(text.strip()),))


def _columns(line):
    if line.kind == "row":
        return ["\n".join(one.text for one in cell) for cell in line.cells]
    if len(line.text) > 4 * LONGEST_LINE:
        return [line.text]
    return [part for part in re.split(r"\t+|\s{4,}", line.text) if part.strip()]


def _of_group(lines):
    made, others, current, own = [], [], Contact(), []
    for line in lines:
        if len(line.text) > LONGEST_LINE:
            others.append(line)
            continue
        email, phone, words = _parts(line.text)
        begins = bool(words and _looks_like_name(words[0]))
        if current.is_reachable and (begins or (email and current.email)):
            made.append(current)
            current, own = Contact(), []
        is_whole = current.email and current.phone
        if is_whole or not (email or phone or begins or current.name):
            others.append(line)
            continue
        _take(current, line.text, email, phone, words)
        own.append(line)
        if not current.is_reachable and len(own) > 3:
            # So many words without any way to reach somebody are no contact.
            others += own
            current, own = Contact(), []
    if current.is_reachable:
        made.append(current)
    else:
        others += own
    return made, others


def _parts(text):
    email = EMAIL.search(text)
    phone = PHONE.search(EMAIL.sub(" ", text))
    bare = LABELS.sub(" ", PHONE.sub(" ", EMAIL.sub(" ", text)))
    words = [part.strip(" .;:–-()|") for part in re.split(r"[,;|\t\n()]+", bare)]
    return email and email[1], phone and " ".join(phone[0].split()), [word for word in words if word]


def _looks_like_name(text):
    return bool(NAME.match(text))


def _take(contact, text, email, phone, words):
    contact.sources.append(text)
    contact.email = contact.email or email or ""
    contact.phone = contact.phone or phone or ""
    for word in words:
        if not contact.name:
            contact.name = word[:150]
        else:
            contact.role = f"{contact.role}, {word}".strip(", ")[:150]
