"""Passkeys: public keys whose private halves never leave the person's own devices."""

from django.utils.translation import gettext_lazy as _
from django_otp_webauthn.models import AbstractWebAuthnCredential

from members.signon.querysets import PasskeyManager


class Passkey(AbstractWebAuthnCredential):
    """A passkey (WebAuthn level 3): a key that the device gives after a fingerprint, a face or a PIN.

    The portal keeps its public half, which opens nothing by itself.
    """

    icon = "key-round"

    objects = PasskeyManager()

    class Meta(AbstractWebAuthnCredential.Meta):
        abstract = False
        verbose_name = _("passkey")
        verbose_name_plural = _("passkeys")
