from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JourneyConfig(AppConfig):
    """Wires the app; it has no model of its own."""

    name = "members.journey"
    label = "members_journey"
    verbose_name = _("Vårt arbete")
