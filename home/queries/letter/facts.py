"""Dates, hours and prices as people write them, in Swedish and English."""

import datetime
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february", "mars mar march", "april apr", "maj may",
            "juni jun june", "juli jul july", "augusti aug august", "september sept sep", "oktober okt october oct",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:[0-3]?\d)(?:\s?:?\s?(?:e|a|th|st|nd|rd))?"
_YEAR = r"(?:,?\s*(?P<year>(?:19|20)\d\d|[-’']\s?\d\d))?"
WEEKDAYS = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PATTERNS = [
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>{_DAY})\s*(?:of\s+)?(?P<name>{_MONTH})\b\.?{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>{_DAY}){_YEAR}(?![\d:])", re.IGNORECASE),
    re.compile(r"(?<![\d/.])(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:\s*[-/]?\s*(?P<year>(?:19|20)?\d\d))?(?![\d/])"),
    re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)?\d\d)(?![\d.])"),
]
_HOUR = r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?"
_SPAN = re.compile(
    rf"(?:\b(?:kl(?:ockan)?|at|from|från)\b\.?\s*)?(?<![\d,]){_HOUR}\s*(?:[-–—]|\btill\b|\bto\b)\s*(?:kl\.?\s*)?{_HOUR}(?![\d%])",
    re.IGNORECASE,
)
_START = re.compile(rf"(?:\b(?:kl(?:ockan)?|at)\b\.?\s*){_HOUR}(?!\d)", re.IGNORECASE)

_UNITS = [
    "noll",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
]
_TENS = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {"ett": 1}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_WORD = "|".join(sorted([*_SMALL, "hundra", "tusen"], key=len, reverse=True))
_AMOUNT = r"\d{1,3}(?:[\s\u00a0\u202f.,]\d{3})+|\d+"
_UNIT = r"kr(?:onor)?\b|SEK\b|:-|:–|kr\."
_PRICES = [
    re.compile(rf"(?<!\d)(?P<digits>{_AMOUNT})(?:,00)?\s*(?:{_UNIT})", re.IGNORECASE),
    re.compile(rf"\b(?:SEK|kr)\s*(?P<digits>{_AMOUNT})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<thousands>\d{1,3})\s*tkr\b", re.IGNORECASE),
    re.compile(rf"\b(?P<words>(?:(?:{_WORD})[\s-]?)+)\s*(?:kronor|kr)\b", re.IGNORECASE),
]


# A fact stands in a line, not in a book: the patterns try each place of a text, so an endless one would take for ever.
LONGEST = 1_000


def dates(text, *, after):
    """Return [(date, start, end)] of the dates in a text, with where they stand; `after` lends a year that is not said.

    A date without a year is the first that comes on or after that day.
    """
    taken, found = [], []
    text = text[:LONGEST]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            date = _date(match.groupdict(), after)
            if date and not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                found.append((date, *match.span()))
    return sorted(found, key=lambda row: row[1])


def _date(parts, after):
    day = int(re.match(r"\d+", parts["day"]).group())
    month = MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    digits = "".join(sign for sign in parts.get("year") or "" if sign.isdigit())
    try:
        if digits:
            return datetime.date(int(digits) if len(digits) == 4 else 2000 + int(digits), month, day)
        coming = datetime.date(after.year, month, day)
        return coming if coming >= after else datetime.date(after.year + 1, month, day)
    except ValueError:
        return None


def hours(text):
    """Return (starts, ends, start, end) of the hours in a text and where they stand, else None."""
    text = text[:LONGEST]
    match = _SPAN.search(text)
    if match:
        first, second = _time(match[1], match[2]), _time(match[3], match[4])
        if first and second and first < second:
            return first, second, *match.span()
    match = _START.search(text)
    if match and _time(match[1], match[2]):
        return _time(match[1], match[2]), None, *match.span()
    return None


def _time(hour, minute):
    return datetime.time(int(hour), int(minute or 0)) if int(hour) < 24 else None


def price(text):
    """Return the first price in a text in whole kronor, else None."""
    for pattern in _PRICES:
        match = pattern.search(text[:LONGEST])
        if match:
            return _kronor(match.groupdict())
    return None


def _kronor(parts):
    if parts.get("digits"):
        return int("".join(sign for sign in parts["digits"] if sign.isdigit()))
    if parts.get("thousands"):
        return int(parts["thousands"]) * 1000
    return _spelled(parts["words"])


def _spelled(text):
    """The number that Swedish words say: "åtta tusen" and "tolvtusenfemhundra"."""
    total = part = 0
    for word in re.findall(_WORD, text.lower()):
        if word == "tusen":
            total, part = (total + part or 1) * 1000, 0
        elif word == "hundra":
            part = (part or 1) * 100
        else:
            part += _SMALL[word]
    return total + part
