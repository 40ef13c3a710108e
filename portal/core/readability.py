"""How easily a page reads, and what an editor should look at before others do.

LIX (Björnsson, 1968) is the share of long words, in percent, plus the words of a sentence on average. It knows
nothing of what is said: a low figure is no proof of a good text, a high one is a reason to read it again.
"""

import re
from dataclasses import dataclass

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

WORD = re.compile(r"[^\W\d_][\w-]*")
SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
BLOCK_END = re.compile(r"</(?:p|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
LONG_WORD = 7  # letters
LONG_SENTENCE = 30  # words
SHORT_TEXT = 30  # words: of fewer the figure says nothing
MOST_SENTENCES = 3

# What a link must not be called: out of its sentence, as a screen reader lists it, it says nothing.
EMPTY_LINKS = {
    "här", "klicka här", "länk", "den här länken", "läs mer", "mer", "mer information", "läs här", "se här",
    "here", "click here", "link", "this link", "read more", "more", "more information",
}  # fmt: skip

# Up to, name: the bands that Swedish authorities use.
BANDS = [
    (30, _("mycket lätt")),
    (40, _("lätt")),
    (50, _("medelsvår")),
    (60, _("svår")),
    (10_000, _("mycket svår")),
]


@dataclass(frozen=True)
class Review:
    """What a reading of the text gave: its figure (None for a short text), its band, and remarks in words."""

    lix: int | None
    band: str
    words: int
    remarks: list


@dataclass(frozen=True)
class Piece:
    """A part of a page: "text", "html", a heading with its level, or a picture with what it is described by."""

    kind: str
    text: str
    level: int = 0


def review(page):
    """Read all that an editor has written on the page."""
    pieces = list(pieces_of(page))
    text = "\n".join(_plain(piece) for piece in pieces if piece.kind != "picture")
    figure = lix(text)
    return Review(figure, band(figure), len(WORD.findall(text)), _remarks(pieces, text))


def lix(text):
    """Return the text's LIX, rounded; None for a text too short to tell."""
    words = WORD.findall(text)
    if len(words) < SHORT_TEXT:
        return None
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return round(len(words) / len(sentences(text)) + 100 * long_words / len(words))


def band(figure):
    """Say in words how hard a text with that figure is."""
    return "" if figure is None else next(name for limit, name in BANDS if figure < limit)


def sentences(text):
    """Return the sentences that hold any word; a heading or a row of a list is one."""
    return [part.strip() for part in SENTENCE_END.split(text) if WORD.search(part)]


def pieces_of(page):
    """Yield what the editor has written, field by field."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name):
                yield from _of_block(child.value, child.block)
        elif isinstance(field, RichTextField):
            yield Piece("html", getattr(page, field.name))
        elif isinstance(field, models.TextField) and field.editable and field.name != "search_description":
            yield Piece("text", getattr(page, field.name) or "")


def _of_block(value, block):
    if level := getattr(block, "heading_level", 0):
        yield Piece("heading", value, level)
    elif isinstance(value, RichText):
        yield Piece("html", value.source)
    elif hasattr(block, "child_blocks") and "alt_text" in block.child_blocks:
        yield Piece("picture", value["alt_text"])
    elif hasattr(block, "child_blocks"):
        for name, child in block.child_blocks.items():
            yield from _of_block(value[name], child)
    elif isinstance(value, str) and block.name not in ("url", "label", "symbol"):
        yield Piece("text", value)


def _plain(piece):
    return strip_tags(BLOCK_END.sub("\n", piece.text)) if piece.kind == "html" else piece.text


def _remarks(pieces, text):
    remarks = [*_about_headings(pieces), *_about_links(pieces)]
    undescribed = sum(piece.kind == "picture" and not piece.text.strip() for piece in pieces)
    if undescribed:
        remarks.append(
            ngettext(
                "%(number)s bild saknar beskrivning. Är den bara till för att pryda är det rätt.",
                "%(number)s bilder saknar beskrivning. Är de bara till för att pryda är det rätt.",
                undescribed,
            )
            % {"number": undescribed}
        )
    long_ones = [sentence for sentence in sentences(text) if len(WORD.findall(sentence)) > LONG_SENTENCE]
    for sentence in long_ones[:MOST_SENTENCES]:
        beginning = " ".join(sentence.split()[:8])
        remarks.append(_("Lång mening, dela den gärna: ”%(beginning)s …”") % {"beginning": beginning})
    return remarks


def _about_headings(pieces):
    above = 1
    for piece in pieces:
        if piece.kind == "heading":
            if piece.level > above + 1:
                yield _("Underrubriken ”%(text)s” står utan rubrik över sig.") % {"text": piece.text}
            above = piece.level


def _about_links(pieces):
    for piece in pieces:
        if piece.kind == "html":
            for link in LINK.findall(piece.text):
                words = " ".join(strip_tags(link).split())
                if words.lower().strip(" .!…") in EMPTY_LINKS:
                    yield _("Länken ”%(text)s” säger inte vart den leder.") % {"text": words}
                elif words.startswith(("http://", "https://", "www.")):
                    yield _("Länken ”%(text)s” är en adress. Skriv vad som finns där.") % {"text": words[:60]}
