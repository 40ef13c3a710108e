from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Wires the system checks of the project, and what listens to saved pages."""

    name = "portal.core"
    label = "core"
    verbose_name = "Nätverksportalen"

    def ready(self):
        from portal.core import admin_widgets, checks, receivers  # noqa: F401 (registers them; needs the settings)

        admin_widgets.install()
