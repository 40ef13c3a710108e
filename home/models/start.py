"""The first page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.models.fields import body_field
from portal.core.blocks import StepBlock
from portal.core.pages import PublicPage


class HomePage(PublicPage):
    """The first page, one a language."""

    view = "home.views.start"
    parent_page_types = ["wagtailcore.Page"]

    heading = models.CharField(_("rubrik"), max_length=120, help_text=_("Störst på sidan: vad portalen är till för."))
    lead = models.TextField(_("ingress"), blank=True, help_text=_("Två meningar under rubriken."))
    steps = StreamField(
        [("step", StepBlock())],
        verbose_name=_("tre saker man kan göra här"),
        blank=True,
        max_num=3,
        help_text=_("Högst tre. Det viktigaste först."),
    )
    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("lead"), index.SearchField("body")]
    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("lead")], heading=_("Överst på sidan")),
        FieldPanel("steps"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("startsida")
        verbose_name_plural = _("startsidor")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead
