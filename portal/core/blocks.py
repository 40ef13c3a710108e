"""StreamField blocks that pages, meetings and assignments share."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside a text; its level follows from where it stands."""

    class Meta:
        icon = "title"
        label = _("Rubrik")
        template = "components/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with links and lists."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "components/blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("Citat"))
    source = blocks.CharBlock(label=_("Vem säger det?"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Citat")
        template = "components/blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """A framed piece of advice or a fact to remember."""

    title = blocks.CharBlock(label=_("Rubrik"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Faktaruta")
        template = "components/blocks/callout.html"


class TextStreamBlock(blocks.StreamBlock):
    """Text with headings, quotes and callouts: what a meeting, an assignment and a page have in common."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
