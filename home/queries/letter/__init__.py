"""An invitation that somebody has written in Word, read into the fields of an invitation page.

Pure: lines in (portal.core.reading), a Letter out. Nothing is stored.
"""

from home.queries.letter.place import PROSE, Letter, place

__all__ = ["PROSE", "Letter", "place"]
