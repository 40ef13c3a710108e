"""The figure of an example: the chain from need to effect, drawn from short lines of text."""

import textwrap
from dataclasses import dataclass

from django import template
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


@dataclass(frozen=True)
class Text:
    """A line of text at its place; the first line of a point has a dot before it."""

    x: int
    y: int
    words: str
    is_first: bool


@dataclass(frozen=True)
class Box:
    """A part of the chain: its frame, its title, and its lines."""

    name: str
    title: str
    x: int
    y: int
    width: int
    height: int
    texts: list
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
        boxes.append(Box(name, title, x, 0, WIDE_BOX, height, texts, arrow))
    return {"kind": "wide", "width": len(parts) * (WIDE_BOX + WIDE_GAP) - WIDE_GAP, "height": height, "boxes": boxes}


def _narrow(parts):
    """The boxes one below the other, each as high as its text."""
    boxes, y = [], 0
    for number, (name, title, lines) in enumerate(parts):
        if number:
            y += NARROW_GAP
        height = _height(lines, NARROW_CHARACTERS)
        arrow = f"M{NARROW_BOX // 2} {y - NARROW_GAP + 5}v{NARROW_GAP - 12}m-8 -8l8 8l8 -8" if number else ""
        texts = _texts(lines, NARROW_CHARACTERS, 0, y)
        boxes.append(Box(name, title, 0, y, NARROW_BOX, height, texts, arrow))
        y += height
    return {"kind": "narrow", "width": NARROW_BOX, "height": y, "boxes": boxes}


def _wrapped(lines, characters):
    return [textwrap.wrap(line, characters, break_on_hyphens=True) for line in lines]


def _height(lines, characters):
    rows = _wrapped(lines, characters)
    return HEAD + LINE * sum(map(len, rows)) + BETWEEN * (len(rows) - 1) + PAD


def _texts(lines, characters, x, y):
    texts, at = [], y + HEAD + LINE - 6
    for rows in _wrapped(lines, characters):
        for number, words in enumerate(rows):
            texts.append(Text(x + PAD, at, words, is_first=number == 0))
            at += LINE
        at += BETWEEN
    return texts
