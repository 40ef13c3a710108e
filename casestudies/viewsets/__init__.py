"""The library in Wagtail's admin: its words, and what readers have sent to it."""

from casestudies.viewsets.contributions import ReadersGroup
from casestudies.viewsets.terms import LibraryWordsGroup

__all__ = ["LibraryWordsGroup", "ReadersGroup"]
