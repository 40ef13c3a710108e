"""Categories in Wagtail admin, for those who coordinate their network."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from members.forum.models import Category
from portal.core.viewsets import ScopedSnippetViewSet


class CategoryViewSet(ScopedSnippetViewSet):
    """The forum's categories."""

    model = Category
    icon = "comment"
    menu_label = _("Forumets kategorier")
    menu_order = 330
    list_display = ["name", "network", "sensitivity", "sort_order"]
    list_filter = ["network"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [
            FieldPanel("network"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            FieldPanel("description"),
            FieldPanel("sensitivity"),
            FieldPanel("sort_order"),
        ]
    )
