"""Tags of the public pages."""

import json

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

register = template.Library()

# What could end the script element early, written so that JSON reads the same.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def kronor(amount):
    """Write whole kronor as the language writes them: 8 000 kr, SEK 8,000."""
    return _("%(amount)s kr") % {"amount": number_format(amount, force_grouping=True)}


@register.simple_tag
def linked_data(data):
    """Print schema.org data for search engines. A block of data, which the Content-Security-Policy lets be."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped above)
