"""StreamField blocks that pages, meetings and assignments share."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

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


class ImageBlock(blocks.StructBlock):
    """A picture, described for those who do not see it."""

    image = ImageChooserBlock(label=_("Bild"))
    alt_text = blocks.CharBlock(
        label=_("Beskriv bilden"), required=False, help_text=_("För den som inte ser bilden. Tomt om den bara pryder.")
    )
    caption = blocks.CharBlock(label=_("Bildtext"), required=False)

    class Meta:
        icon = "image"
        label = _("Bild")
        template = "components/blocks/image.html"


class DocumentsBlock(blocks.StructBlock):
    """Public documents to download."""

    title = blocks.CharBlock(label=_("Rubrik"), required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(label=_("Dokument")), label=_("Dokument"))

    class Meta:
        icon = "doc-full"
        label = _("Dokument att ladda ner")
        template = "components/blocks/documents.html"


class QuestionBlock(blocks.StructBlock):
    """A question that opens on its answer."""

    question = blocks.CharBlock(label=_("Fråga"))
    answer = blocks.RichTextBlock(label=_("Svar"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Fråga och svar")
        template = "components/blocks/question.html"


class PageStreamBlock(TextStreamBlock):
    """What a page of the public site may hold besides its fields."""

    image = ImageBlock()
    documents = DocumentsBlock()
    question = QuestionBlock()
