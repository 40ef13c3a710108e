from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.organisations"
    label = "organisations"
    verbose_name = _("Organisationer")

    def ready(self):
        from members.organisations import rules  # noqa: F401 (the table of permissions; needs the models)
