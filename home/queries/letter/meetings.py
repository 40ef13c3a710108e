"""The timetable: lines with dates, or with a season, as rows."""

import datetime
import re
from dataclasses import dataclass

from home.queries.letter.facts import WEEKDAYS, dates, hours

NUMBER = re.compile(
    r"\b(?:nätverks)?(?:träff|möte|meeting)\s*(?:nr\.?\s*)?(\d{1,2})\b[:.]?|^\s*(\d{1,2})[.)]\s", re.IGNORECASE
)
SEASON = re.compile(
    r"\b(?:vår|sommar|höst|vinter|spring|summer|autumn|winter)\w*\s*(?:19|20)\d\d|\b(?:19|20)\d\d\b", re.IGNORECASE
)
PLACE = re.compile(r"^\s*(?:plats|var|where|place|venue|lokal)\s*:\s*", re.IGNORECASE)
FILL = re.compile(rf"\b(?:{WEEKDAYS}|den|the|kl(?:ockan)?|datum|tid|när|plats|i|på|at|in|on)\b\.?:?", re.IGNORECASE)
LONGEST_PLACE, LONGEST_WORDS, LONGEST_LINE = 200, 100, 500


@dataclass
class Meeting:
    """One row of the timetable, and the words that it was read from."""

    number: int
    date: datetime.date | None = None
    starts: datetime.time | None = None
    ends: datetime.time | None = None
    place: str = ""
    when_text: str = ""
    source: str = ""


def meetings(lines, *, after):
    """Return (meetings, lines that are none) of the lines below a heading for dates."""
    found, rest = [], []
    for line in lines:
        text = _numbered(line)
        if len(text) > LONGEST_LINE:
            rest.append(line)
            continue
        made = _read(text, len(found) + 1, after)
        if made:
            found += made
        elif found and PLACE.match(text):
            _give_place(found, text)
        elif found and not found[-1].starts and hours(text) and len(text) < 40:
            found[-1].starts, found[-1].ends = hours(text)[:2]
            found[-1].source += f"\n{text}"
        else:
            rest.append(line)
    return found, rest


def _numbered(line):
    """The words of a line; a table's first cell that is a number says which meeting it is."""
    text = " ".join(line.text.split())
    first = line.cells and " ".join(one.text for one in line.cells[0])
    return text.replace(first, f"{first}.", 1) if first and first.isdigit() else text


def _read(text, number, after):
    days = dates(text, after=after)
    said = NUMBER.search(text)
    first = int(said[1] or said[2]) if said else number
    if not days:
        season = SEASON.search(text)
        if season and len(text) <= LONGEST_WORDS and (said or len(text.split()) <= 8):
            words = NUMBER.sub(" ", text).strip(" :–-,")
            return [Meeting(first, when_text=words, source=text)]
        return []
    rest = _without(text, [(start, end) for _date, start, end in days])
    clock = hours(rest)
    if len(days) > 1:
        times = clock[:2] if clock else (None, None)
        return [Meeting(first + at, day, *times, source=text) for at, (day, _s, _e) in enumerate(days)]
    starts, ends = clock[:2] if clock else (None, None)
    place = _place(_without(rest, [clock[2:]]) if clock else rest)
    # Words that are no place: the line is kept whole in the text as well.
    return [Meeting(first, days[0][0], starts, ends, place if len(place) <= LONGEST_PLACE else "", source=text)]


def _without(text, spans):
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _place(text):
    bare = FILL.sub(" ", NUMBER.sub(" ", text))
    return " ".join(re.sub(r"[\s\t]*[|,;:–()-]+(?=\s|$)|(?<=\s)[|,;:–()-]+", " ", f" {bare} ").split()).strip(" .,;:–-")


def _give_place(found, text):
    place = PLACE.sub("", text).strip()[:LONGEST_PLACE]
    for meeting in found:
        meeting.place = meeting.place or place
        meeting.source += f"\n{text}"
