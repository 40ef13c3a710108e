"""Panels of Wagtail's forms that the whole portal shares."""

from django import forms
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from portal.core import readability


class ReviewPanel(Panel):
    """Tells the editor how the page reads: its LIX, which follows the writing, and what to look at."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Klarspråk och tillgänglighet"))
        kwargs.setdefault("icon", "glasses")
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/review_panel.html"

        def get_context_data(self, parent_context=None):
            """Add the reading of the page as it stands in the form."""
            bands = [{"below": limit, "name": str(name)} for limit, name in readability.BANDS]
            return super().get_context_data(parent_context) | {
                "review": readability.review(self.instance),
                "bands": bands,
            }

        @property
        def media(self):
            """The script that counts while the editor writes."""
            return forms.Media(js=[forms.widgets.Script(static("js/admin-lix.js"), type="module")])
