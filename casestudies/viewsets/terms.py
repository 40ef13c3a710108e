"""The words that examples are sorted by, in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from casestudies.models import Actor, Environment, PreventionLevel, TargetGroup


class TermChooserViewSet(SnippetChooserViewSet):
    """A chooser without an address for making a new word in it: there is no form for that, and Wagtail fails on it."""

    def get_urlpatterns(self):
        """Return Wagtail's addresses but one."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


class TermViewSet(SnippetViewSet):
    """What all four lists have in common."""

    chooser_viewset_class = TermChooserViewSet
    list_display = ["name", "name_en", "sort_order"]
    search_fields = ["name", "name_en"]
    ordering = ["sort_order", "name"]
    copy_view_enabled = False


class EnvironmentViewSet(TermViewSet):
    """Kinds of extremism, and environments."""

    model = Environment
    icon = "globe"


class PreventionLevelViewSet(TermViewSet):
    """Levels of prevention, each with its explanation."""

    model = PreventionLevel
    icon = "order"


class TargetGroupViewSet(TermViewSet):
    """Whom examples are for."""

    model = TargetGroup
    icon = "group"


class ActorViewSet(TermViewSet):
    """Who does the work."""

    model = Actor
    icon = "user"


class LibraryWordsGroup(SnippetViewSetGroup):
    """One entry of the admin's menu for all four."""

    items = (EnvironmentViewSet, PreventionLevelViewSet, TargetGroupViewSet, ActorViewSet)
    menu_label = _("Ord för exempel")
    menu_icon = "tag"
    menu_order = 260
