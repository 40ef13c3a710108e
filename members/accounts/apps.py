from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.accounts"
    label = "accounts"
    verbose_name = _("Konton")

    def ready(self):
        from members.accounts import rules  # noqa: F401 (the table of permissions; needs the models)
