from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.registration"
    label = "registration"
    verbose_name = _("Anmälan")

    def ready(self):
        from members.registration import rules  # noqa: F401 (the table of permissions; needs the models)
