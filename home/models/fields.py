"""Fields that several pages share."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from portal.core.blocks import PageStreamBlock


def body_field():
    """Return the field for a page's free content."""
    return StreamField(PageStreamBlock(), verbose_name=_("innehåll"), blank=True)
