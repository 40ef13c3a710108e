"""The pages of the public site: what they share, and the bridge from a Wagtail page to the view that shows it."""

from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page


class ServedByView:
    """Mixin for a Page whose `view` names, as a dotted string, the function that serves it.

    The string keeps models free of views: `view = "home.views.news_item"` is called with (request, page),
    also for previews, where `request.is_preview` is true.
    """

    view = None

    def serve(self, request, *args, **kwargs):
        """Answer with the page's view."""
        return import_string(self.view)(request, self, *args, **kwargs)

    def serve_preview(self, request, mode_name):
        """Answer with the page's view; the reader's and the editor's page are one."""
        request.is_preview = True
        return import_string(self.view)(request, self)


class PublicPage(ServedByView, Page):
    """A page that anybody may read, unless it is restricted in Wagtail."""

    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Sidan är påhittad. Den visas på webbplatsen men inte i sökmotorer."),
    )

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Adress och sökmotorer"),
        ),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        abstract = True
