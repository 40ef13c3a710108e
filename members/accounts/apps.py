from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    default = True
    name = "members.accounts"
    label = "accounts"
    verbose_name = _("Konton")

    def ready(self):
        from members.accounts import receivers, rules  # noqa: F401 (rules: the table of permissions; both need the models)

        receivers.connect()


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users app with our viewset: one that changes no address, password, factor or group."""

    user_viewset = "members.accounts.viewsets.UserViewSet"
