from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Wires the system checks of the project."""

    name = "portal.core"
    label = "core"
    verbose_name = "Nätverksportalen"

    def ready(self):
        from portal.core import admin_widgets, checks  # noqa: F401 (registers the checks; needs the settings)

        admin_widgets.install()
