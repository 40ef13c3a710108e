from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NeedsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.needs"
    label = "needs"
    verbose_name = _("Inventering")

    def ready(self):
        from members.needs import rules  # noqa: F401 (the table of permissions; needs the models)
