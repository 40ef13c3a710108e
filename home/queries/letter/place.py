"""Put the lines of a letter into the fields of an invitation. Every word ends up somewhere: in a field, among the facts
that were read (with the words that they were read from), or in what could not be placed.
"""

import datetime
from dataclasses import dataclass, field

from home.queries.letter import facts
from home.queries.letter.headings import field_of, is_heading, label_of
from home.queries.letter.markup import markup
from home.queries.letter.meetings import meetings
from home.queries.letter.people import contacts
from portal.core.reading import Line, Run

PROSE = ("background", "purpose", "goal", "target_group", "requirements", "approach", "registration_note")
ANNOUNCEMENT = {"inbjudan", "invitation", "välkommen"}
MOST_ROWS = 25
ONE_LINE = {"price", "host"}
LONGEST_TITLE, LONGEST_HOST, LONGEST_NOTE = 255, 200, 200


@dataclass
class Letter:
    """What was read. `texts` are in light markup; `sources` the lines that facts and headings were read from."""

    title: str = ""
    lead: str = ""
    host: str = ""
    cost_note: str = ""
    texts: dict = field(default_factory=dict)
    meetings: list = field(default_factory=list)
    contacts: list = field(default_factory=list)
    price: int | None = None
    last_day: datetime.date | None = None
    unplaced: str = ""
    sources: list = field(default_factory=list)

    def words(self):
        """Everything that the letter holds, as one text."""
        facts_read = [meeting.source for meeting in self.meetings]
        facts_read += [source for contact in self.contacts for source in contact.sources]
        own = [self.title, self.lead, self.host, self.cost_note, *self.texts.values(), self.unplaced]
        return "\n".join([*own, *facts_read, *self.sources])


def place(lines, *, after):
    """Return the Letter of some lines; `after` is the day that dates without a year come after."""
    letter = Letter()
    opening, sections = _sections(lines)
    prose = {name: [] for name in PROSE}
    prose["background"] += _begin(letter, opening)
    unplaced = []
    for name, heading, below in sections:
        _section(letter, name, heading, below, prose, unplaced, after)
    unplaced += _beyond(letter)
    letter.texts = {name: markup(found) for name, found in prose.items()}
    letter.unplaced = markup(unplaced)
    if letter.last_day is None:
        letter.last_day = _last_day(prose["registration_note"], after)
    return letter


def _beyond(letter):
    """Take away the rows that no invitation has, and return the lines that they were read from."""
    rows = letter.meetings[MOST_ROWS:]
    rest = [row.source for row in rows] + [text for row in letter.contacts[MOST_ROWS:] for text in row.sources]
    del letter.meetings[MOST_ROWS:], letter.contacts[MOST_ROWS:]
    return [Line(runs=(Run(text),)) for text in rest]


def _sections(lines):
    """Part the lines at their headings: what comes first, then [field or None, heading, lines below]."""
    opening, sections = [], []
    level = 0
    for line in lines:
        label = label_of(line)
        if label and line.kind != "item":
            _labelled(sections, line, label[0])
            level = 0
            continue
        if is_heading(line) and not (sections and _is_inner(line, level)):
            known = field_of(line.text)
            if known or sections:
                sections.append([known, line, []])
                level = line.level
                continue
        (sections[-1][2] if sections else opening).append(line)
    return opening, sections


def _labelled(sections, line, name):
    """A line such as "Pris: 8 000 kr" is a section of its own; those of the timetable are read together."""
    if name != "meetings":
        heading = Line(runs=(Run(line.text.partition(":")[0]),))
        sections.append([name, heading, [_after_label(line)]])
        if name in ONE_LINE:
            # What follows is about something else, and nobody has said what.
            sections.append([None, Line(), []])
    elif sections and sections[-1][0] == name:
        sections[-1][2].append(line)
    else:
        sections.append([name, Line(), [line]])


def _is_inner(line, level):
    """A heading of a lower level that names no field belongs to the section that it stands in."""
    return line.kind == "heading" and level and line.level > level and not field_of(line.text)


def _after_label(line):
    runs, is_past = [], False
    for run in line.runs:
        if not is_past and ":" in run.text:
            is_past = True
            runs.append(Run(run.text.partition(":")[2].lstrip(), run.bold, run.italic, run.url))
        elif is_past:
            runs.append(run)
    return Line(runs=tuple(run for run in runs if run.text))


def _begin(letter, opening):
    """The title is the first heading, else the first line; the lead the first paragraph; the rest is background."""
    rest = list(opening)
    while rest and rest[0].text.strip(" !:.").lower() in ANNOUNCEMENT:
        letter.sources.append(rest.pop(0).text)
    if rest and rest[0].kind != "row" and len(rest[0].text) <= LONGEST_TITLE:
        letter.title = " ".join(rest.pop(0).text.split())
    if rest and rest[0].kind == "text":
        letter.lead = rest.pop(0).text
    return rest


def _section(letter, name, heading, below, prose, unplaced, after):
    if name is None:
        unplaced += [heading, *below]
        return
    if heading.text:
        letter.sources.append(heading.text)
    if name == "meetings":
        found, rest = meetings(below, after=after)
        letter.meetings += found
        prose["approach"] += rest
    elif name == "contacts":
        found, rest = contacts(below)
        letter.contacts += found
        prose["registration_note"] += rest
    elif name == "price":
        _price(letter, below, prose)
    elif name == "host":
        _host(letter, below, prose)
    elif name == "registration":
        letter.last_day = letter.last_day or _last_day(below, after)
        prose["registration_note"] += below
    else:
        prose[name] += below


def _price(letter, below, prose):
    text = " ".join(line.text for line in below)
    letter.price = letter.price or facts.price(text)
    if not letter.cost_note and len(text) <= LONGEST_NOTE:
        letter.cost_note = " ".join(text.split())
    else:
        prose["registration_note"] += below


def _host(letter, below, prose):
    text = " ".join(" ".join(line.text for line in below).split())
    if not letter.host and len(text) <= LONGEST_HOST:
        letter.host = text
    else:
        prose["background"] += below


def _last_day(lines, after):
    for line in lines:
        found = facts.dates(line.text, after=after)
        if found:
            return found[0][0]
    return None
