"""The news."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.models.fields import body_field
from portal.core.pages import PublicPage


class NewsIndexPage(PublicPage):
    """All news, newest first."""

    view = "home.views.news"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    lead = models.TextField(_("ingress"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("nyhetslista")
        verbose_name_plural = _("nyhetslistor")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead


class NewsPage(PublicPage):
    """A piece of news."""

    view = "home.views.news_item"
    kicker = _("Nyhet")
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []

    date = models.DateField(_("datum"), default=timezone.localdate)
    summary = models.TextField(_("ingress"), help_text=_("En eller två meningar. Visas i listan och överst på sidan."))
    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("summary", boost=2), index.SearchField("body")]
    content_panels = [*PublicPage.content_panels, FieldPanel("date"), FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = _("nyhet")
        verbose_name_plural = _("nyheter")
        indexes = [models.Index(fields=["-date"], name="news_by_date")]
