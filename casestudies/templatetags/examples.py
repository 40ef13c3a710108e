"""The figure of an example: the chain from need to effect, drawn from short lines of text."""

import textwrap
from dataclasses import dataclass

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

register = template.Library()

TITLES = {
    "logic_need": _("Behov"),
    "logic_activities": _("Aktiviteter"),
    "logic_results": _("Resultat"),
    "logic_effects": _("Effekter"),
}
# One drawing for wide pages and paper, and one for phones; a line of text is as long as its box is wide.
PAD, HEAD, LINE, BETWEEN = 18, 54, 24, 8
WIDE_BOX, WIDE_GAP, WIDE_CHARACTERS = 252, 40, 27
NARROW_BOX, NARROW_GAP, NARROW_CHARACTERS = 320, 36, 35
DOT = '<circle class="logic__dot" cx="{}" cy="{}" r="3"></circle>'


@dataclass(frozen=True)
class Box:
    """A part of the chain: its frame, its title, and its lines. Lengths are text, as the drawing has them."""

    name: str
    title: str
    x: str
    y: str
    title_x: str
    title_y: str
    width: str
    height: str
    texts: str
    arrow: str = ""


def points(text):
    """Return the points of a field: its lines that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def chain(page):
    """Return (name, title, points) of the parts that are filled in; a chain has at least two, else there is none."""
    parts = [(name.removeprefix("logic_"), title, points(getattr(page, name))) for name, title in TITLES.items()]
    parts = [part for part in parts if part[2]]
    return parts if len(parts) > 1 else []


@register.inclusion_tag("casestudies/_logic.html")
def logic_model(page):
    """Draw the chain from need to effect, with the same as a list; nothing when there is too little of it."""
    parts = chain(page)
    return {"parts": parts, "drawings": [_wide(parts), _narrow(parts)] if parts else []}


def _wide(parts):
    """The boxes side by side, all as high as the highest."""
    height = max(_height(lines, WIDE_CHARACTERS) for _name, _title, lines in parts)
    boxes = []
    for number, (name, title, lines) in enumerate(parts):
        x, middle = number * (WIDE_BOX + WIDE_GAP), height // 2
        start = x - WIDE_GAP + 6
        arrow = f"M{start} {middle}h{WIDE_GAP - 14}m-8 -8l8 8l-8 8" if number else ""
        texts = _texts(lines, WIDE_CHARACTERS, x, 0)
        boxes.append(_box(name, title, (x, 0, WIDE_BOX, height), texts, arrow))
    return _drawing("wide", len(parts) * (WIDE_BOX + WIDE_GAP) - WIDE_GAP, height, boxes)


def _narrow(parts):
    """The boxes one below the other, each as high as its text."""
    boxes, y = [], 0
    for number, (name, title, lines) in enumerate(parts):
        if number:
            y += NARROW_GAP
        height = _height(lines, NARROW_CHARACTERS)
        arrow = f"M{NARROW_BOX // 2} {y - NARROW_GAP + 5}v{NARROW_GAP - 12}m-8 -8l8 8l8 -8" if number else ""
        texts = _texts(lines, NARROW_CHARACTERS, 0, y)
        boxes.append(_box(name, title, (0, y, NARROW_BOX, height), texts, arrow))
        y += height
    return _drawing("narrow", NARROW_BOX, y, boxes)


def _drawing(kind, width, height, boxes):
    view = f"-1 -1 {width + 2} {height + 2}"
    return {"kind": kind, "view": view, "width": str(width), "height": str(height), "boxes": boxes}


def _box(name, title, frame, texts, arrow):
    x, y, width, height = frame
    return Box(name, title, *map(str, (x, y, x + PAD, y + HEAD - PAD, width, height)), texts, arrow)


def _wrapped(lines, characters):
    return [textwrap.wrap(line, characters, break_on_hyphens=True) for line in lines]


def _height(lines, characters):
    rows = _wrapped(lines, characters)
    return HEAD + LINE * sum(map(len, rows)) + BETWEEN * (len(rows) - 1) + PAD


def _texts(lines, characters, x, y):
    """The lines of the points as elements; put together here, since a template takes ten times as long for so many."""
    elements, at = [], y + HEAD + LINE - 6
    for rows in _wrapped(lines, characters):
        dot = format_html(DOT, x + PAD + 3, at - 6)
        elements.append((dot, x + PAD + 14, at, rows[0]))
        elements += [("", x + PAD + 14, at + LINE * number, words) for number, words in enumerate(rows[1:], 1)]
        at += LINE * len(rows) + BETWEEN
    return format_html_join("", '{}<text class="logic__text" x="{}" y="{}">{}</text>', elements)
