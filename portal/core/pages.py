"""The bridge between a Wagtail page and the view that shows it."""

from django.utils.module_loading import import_string


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
