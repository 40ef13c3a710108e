"""The library itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from portal.core.pages import PublicPage


class ExampleIndexPage(PublicPage):
    """The library: one a language, at /goda-exempel/."""

    view = "casestudies.views.examples"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["casestudies.ExamplePage"]
    max_count_per_parent = 1

    lead = models.TextField(_("ingress"), blank=True)

    search_fields = [*PublicPage.search_fields, index.SearchField("lead")]
    content_panels = [*PublicPage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("bibliotek med goda exempel")
        verbose_name_plural = _("bibliotek med goda exempel")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead
