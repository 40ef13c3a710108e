from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignonConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    default = True
    name = "members.signon"
    label = "signon"
    verbose_name = _("Inloggning")

    def ready(self):
        from django_otp_webauthn.models import WebAuthnCredential

        from members.signon import receivers, rules  # noqa: F401 (rules: the table of permissions; both need the models)

        # The library's own table stays empty; nobody's factors are looked for in it.
        WebAuthnCredential.is_factor = False
        receivers.connect()
