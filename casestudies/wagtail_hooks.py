"""Registers the library's words with Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from casestudies.viewsets import LibraryWordsGroup

register_snippet(LibraryWordsGroup)
