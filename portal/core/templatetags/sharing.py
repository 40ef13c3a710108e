"""The picture that stands for a page where its address is shared."""

from django import template
from django.utils.translation import get_language

from portal.core import sharing

register = template.Library()


@register.simple_tag
def share_picture(page):
    """Give the picture's address and size; nothing is made and nothing asked of the database here."""
    return {"url": sharing.picture_url(page, get_language()), "width": sharing.WIDTH, "height": sharing.HEIGHT}
