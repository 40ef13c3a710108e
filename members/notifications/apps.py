from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.notifications"
    label = "notifications"
    verbose_name = _("Aviseringar")

    def ready(self):
        from members.notifications import rules  # noqa: F401 (the table of permissions; needs the models)
