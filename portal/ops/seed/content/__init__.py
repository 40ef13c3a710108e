"""The texts of the demonstration: what is said, apart from how it is stored.

Plain data in a light markup (see portal.ops.seed.prose): paragraphs, "## headings", "- lists".
The founding invitation's facts are real. Everything else - organisations, people, answers, examples -
is invented, and is marked as demonstration where it is stored. Nothing here describes an individual at risk.
"""

from typing import NamedTuple


class Text(NamedTuple):
    """The same thing said in both languages."""

    sv: str
    en: str
