"""Pages of text, and how to reach those behind the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.models.fields import body_field
from portal.core.pages import PublicPage


class StandardPage(PublicPage):
    """A page of text: about the network, privacy, cookies, accessibility."""

    view = "home.views.standard"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    summary = models.TextField(_("ingress"), blank=True)
    body = body_field()
    reviewed_date = models.DateField(_("senast granskad"), null=True, blank=True)

    search_fields = [*PublicPage.search_fields, index.SearchField("summary", boost=2), index.SearchField("body")]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("reviewed_date"),
    ]

    class Meta:
        verbose_name = _("textsida")
        verbose_name_plural = _("textsidor")


class ContactPage(PublicPage):
    """How to reach those behind the portal; the details are the site's settings."""

    view = "home.views.contact"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    summary = models.TextField(_("ingress"), blank=True)
    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("summary", boost=2), index.SearchField("body")]
    content_panels = [*PublicPage.content_panels, FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = _("kontaktsida")
        verbose_name_plural = _("kontaktsidor")
