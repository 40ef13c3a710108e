from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Wires the app; it has no model of its own."""

    name = "members.search"
    label = "members_search"
    verbose_name = _("Sök")
