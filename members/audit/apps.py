from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.audit"
    label = "audit"
    verbose_name = _("Logg")

    def ready(self):
        from members.audit import (  # noqa: F401 (the table of permissions, and what is listened to; need the models)
            receivers,
            rules,
        )
