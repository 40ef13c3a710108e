"""The first page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.models.fields import body_field
from portal.core.pages import PublicPage


class HomePage(PublicPage):
    """The first page, one a language."""

    view = "home.views.start"
    parent_page_types = ["wagtailcore.Page"]

    heading = models.CharField(_("rubrik"), max_length=120)
    lead = models.TextField(_("ingress"), blank=True)
    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("lead"), index.SearchField("body")]
    content_panels = [*PublicPage.content_panels, FieldPanel("heading"), FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("startsida")
        verbose_name_plural = _("startsidor")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead
