from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Wires the app."""

    name = "home"
    verbose_name = _("Webbplatsen")

    def ready(self):
        from home import receivers  # noqa: F401 (listens to Wagtail)
