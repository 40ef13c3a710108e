"""The pictures of a page in the sizes and formats that its readers need."""

from wagtail.fields import StreamField


def make_renditions(page):
    """Make what the page's pictures are shown as, by showing them once: no reader's request has to wait for it."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            str(getattr(page, field.name))
