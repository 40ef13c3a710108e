"""Filters that show a reader where the words of a search stand in a text."""

from django import template
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import mark_safe

from portal.core.words import WORD, fold, is_form_of, words_of

register = template.Library()

EXCERPT = 200  # characters


@register.filter
def highlight(text, searched):
    """Mark the words of the text that the search found, in any form: `{{ hit.title|highlight:text }}`. Safe HTML."""
    words = words_of(searched or "")
    if not words:
        return text
    return format_html_join("", "{}{}", _parts(str(text), words))


def _parts(text, words):
    """Split into (plain, marked) pairs, each escaped when it is joined."""
    end = 0
    for match in _matches(text, words):
        yield text[end : match.start()], format_html("<mark>{}</mark>", match.group())
        end = match.end()
    yield text[end:], mark_safe("")


def _matches(text, words):
    return (match for match in WORD.finditer(text) if any(is_form_of(fold(match.group()), word) for word in words))


def holds(text, searched):
    """Whether any word of the search stands in the text."""
    return next(_matches(text, words_of(searched)), None) is not None


def excerpt(html, searched):
    """Return the part of a rich text around the first word that the search found, marked; nothing where none stands."""
    text = " ".join(strip_tags(html.replace("<", " <")).split())
    first = next(_matches(text, words_of(searched)), None)
    if first is None:
        return ""
    start = max(first.start() - EXCERPT // 3, 0)
    start = text.find(" ", start) + 1 if start else 0
    end = len(text) if len(text) <= start + EXCERPT else text.rfind(" ", start, start + EXCERPT)
    return format_html(
        "{}{}{}", "… " if start else "", highlight(text[start:end], searched), " …" if end < len(text) else ""
    )
