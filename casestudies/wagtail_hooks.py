"""Registers the library's words, and what readers send, with Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from casestudies.viewsets import LibraryWordsGroup, ReadersGroup

register_snippet(LibraryWordsGroup)
register_snippet(ReadersGroup)
