"""StreamField blocks that pages, meetings and assignments share, each with icon, help and an example as its preview."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "document-link"]

PREVIEWS = "components/previews"


class HeadingBlock(blocks.CharBlock):
    """A heading inside a text; its level follows from where it stands."""

    heading_level = 2

    class Meta:
        icon = "title"
        label = _("Rubrik")
        description = _("Delar upp texten. Skriv vad som kommer, inte bara Inledning.")
        template = "components/blocks/heading.html"
        preview_value = _("Så gjorde de i Lindåsa")


class SubheadingBlock(blocks.CharBlock):
    """A heading one level below."""

    heading_level = 3

    class Meta:
        icon = "h3"
        label = _("Underrubrik")
        description = _("Står under en rubrik.")
        template = "components/blocks/subheading.html"
        preview_value = _("Det som var svårt")


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with links and lists."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Löpande text med länkar och listor. Ett stycke om varje sak.")
        template = "components/blocks/paragraph.html"
        preview_value = _("<p>Fem verksamheter svarar på samma sju frågor två gånger om året.</p>")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("Citat"))
    source = blocks.CharBlock(label=_("Vem säger det?"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Citat")
        description = _("Någons egna ord. Fråga om lov först.")
        template = "components/blocks/quote.html"
        preview_value = {
            "text": _("Vi trodde att vi hade ett problem. Det visade sig att vi hade tre."),
            "source": _("En kommunstrateg"),
        }


class CalloutBlock(blocks.StructBlock):
    """A framed piece of advice or a fact to remember."""

    title = blocks.CharBlock(label=_("Rubrik"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Faktaruta")
        description = _("Något att minnas, som kan läsas för sig.")
        template = "components/blocks/callout.html"
        preview_value = {
            "title": _("Att tänka på"),
            "text": _("<p>Skriv aldrig om enskilda personer.</p>"),
        }


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
        description = _("En bild med beskrivning. Välj fokuspunkt när du laddar upp den, så skärs den rätt.")
        template = "components/blocks/image.html"
        preview_template = f"{PREVIEWS}/image.html"


class DocumentsBlock(blocks.StructBlock):
    """Public documents to download."""

    title = blocks.CharBlock(label=_("Rubrik"), required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(label=_("Dokument")), label=_("Dokument"))

    class Meta:
        icon = "doc-full"
        label = _("Dokument att ladda ner")
        description = _("Filer med namn, typ och storlek. Lägg hellre texten på en sida om det går.")
        template = "components/blocks/documents.html"
        preview_template = f"{PREVIEWS}/documents.html"


class QuestionBlock(blocks.StructBlock):
    """A question that opens on its answer."""

    question = blocks.CharBlock(label=_("Fråga"))
    answer = blocks.RichTextBlock(label=_("Svar"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Fråga och svar")
        description = _("Svaret fälls ut. För sådant som få behöver; det alla behöver ska synas.")
        template = "components/blocks/question.html"
        preview_value = {
            "question": _("Måste vi ha ett beslut innan vi anmäler oss?"),
            "answer": _("<p>Nej. Beslutet kan komma efter, men före första träffen.</p>"),
        }


class TableBlock(TypedTableBlock):
    """Figures to compare, with headings over the columns."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.FloatBlock(label=_("Tal"), required=False)

    class Meta:
        icon = "table"
        label = _("Tabell")
        description = _("Sådant som ska jämföras. Ge den en rubrik och korta celler.")
        template = "components/blocks/table.html"
        preview_template = f"{PREVIEWS}/table.html"


class VideoLinkBlock(blocks.StructBlock):
    """A way to a film elsewhere: nothing is fetched from there before the reader follows it."""

    title = blocks.CharBlock(label=_("Filmens namn"))
    url = blocks.URLBlock(label=_("Adress"))
    length = blocks.CharBlock(label=_("Längd"), required=False, help_text=_("Till exempel: 4 minuter."))
    text = blocks.TextBlock(
        label=_("Vad filmen säger"),
        required=False,
        help_text=_("Det viktigaste i några meningar, för den som inte kan se eller höra filmen."),
    )

    class Meta:
        icon = "media"
        label = _("Länk till film")
        description = _("En länk, ingen inbäddad spelare: läsaren bestämmer själv om en annan webbplats ska öppnas.")
        template = "components/blocks/video_link.html"
        preview_value = {
            "title": _("En lägesbild på två sidor"),
            "url": "https://film.example/lagesbild",
            "length": _("4 minuter, textad"),
            "text": _("Tre kolleger berättar hur de samlar in och vad de låter bli att fråga om."),
        }


class CallToActionBlock(blocks.StructBlock):
    """One thing that the reader can do next."""

    title = blocks.CharBlock(label=_("Rubrik"))
    text = blocks.TextBlock(label=_("Text"), required=False)
    label = blocks.CharBlock(label=_("Text på knappen"), help_text=_("Säg vad som händer: Anmäl er organisation."))
    page = blocks.PageChooserBlock(label=_("Sida"), required=False)
    url = blocks.CharBlock(
        label=_("Eller adress"), required=False, help_text=_("Börjar med / inom portalen, annars med https://.")
    )

    def clean(self, value):
        """Ask for one way on: a page or an address that is none of a script's."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            error = ValidationError(_("Välj en sida eller skriv en adress, inte båda."))
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        url = cleaned["url"]
        is_own = url.startswith("/") and not url.startswith("//")
        if url and not is_own and not url.startswith("https://"):
            error = ValidationError(_("Adressen ska börja med / eller https://."))
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        return cleaned

    class Meta:
        icon = "arrow-right-full"
        label = _("Uppmaning")
        description = _("En knapp med några ord om varför. Högst en på varje sida.")
        template = "components/blocks/call_to_action.html"
        preview_value = {
            "title": _("Har ni prövat något?"),
            "text": _("Tre frågor räcker för att börja."),
            "label": _("Tipsa om ett exempel"),
            "url": "/goda-exempel/",
        }


class PageStreamBlock(TextStreamBlock):
    """What a page of the public site may hold besides its fields."""

    subheading = SubheadingBlock()
    image = ImageBlock()
    documents = DocumentsBlock()
    question = QuestionBlock()
    table = TableBlock()
    video = VideoLinkBlock()
    action = CallToActionBlock()


class StepBlock(blocks.StructBlock):
    """One of the few things that the first page says one can do here."""

    symbol = blocks.ChoiceBlock(
        label=_("Symbol"),
        choices=[
            ("book-open", _("Bok")),
            ("users", _("Människor")),
            ("message-circle-question-mark", _("Fråga")),
            ("lightbulb", _("Lampa")),
            ("calendar", _("Kalender")),
            ("heart-handshake", _("Händer")),
        ],
        default="book-open",
    )
    title = blocks.CharBlock(label=_("Rubrik"), max_length=40)
    text = blocks.TextBlock(label=_("Text"), help_text=_("Högst två meningar."))
    label = blocks.CharBlock(label=_("Text på länken"), required=False)
    url = blocks.CharBlock(label=_("Länkens adress"), required=False, help_text=_("Börjar med / inom portalen."))

    def clean(self, value):
        """Take addresses of the portal alone."""
        cleaned = super().clean(value)
        url = cleaned["url"]
        if url and (not url.startswith("/") or url.startswith("//")):
            error = ValidationError(_("Adressen ska börja med /."))
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        return cleaned

    class Meta:
        icon = "tick-inverse"
        label = _("Steg")
        description = _("En av de tre saker som man kan göra här.")
        template = "components/blocks/step.html"
        preview_value = {
            "symbol": "book-open",
            "title": _("Läs"),
            "text": _("De goda exemplen berättar vad som gjordes, vad det kostade och vad som inte fungerade."),
            "label": _("Hitta goda exempel"),
            "url": "/goda-exempel/",
        }
