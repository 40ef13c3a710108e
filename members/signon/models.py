"""Passkeys, the providers at which organisations sign their people on, and who is who there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, TimestampMixin
from django_otp_webauthn.models import AbstractWebAuthnCredential

from members.organisations.models import Organisation
from members.signon.querysets import IdentityManager, PasskeyManager, ProviderQuerySet
from portal.core.fields import EncryptedTextField


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


class Provider(models.Model):
    """Where an organisation's people sign on: its OpenID provider, or a broker that asks it. Off until switched on."""

    organisation = models.OneToOneField(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="sign_on_provider"
    )
    issuer = models.CharField(_("utfärdare (issuer)"), max_length=255)
    client_id = models.CharField(_("klient-id (client_id)"), max_length=255)
    client_secret = EncryptedTextField(_("klienthemlighet (client_secret)"))
    vouching_acr = models.TextField(_("acr som räcker som två steg"), blank=True)
    vouching_amr = models.TextField(_("amr som räcker som två steg"), blank=True)
    is_on = models.BooleanField(_("påslagen"), default=False)
    changed_at = models.DateTimeField(_("ändrad"), auto_now=True)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        verbose_name = _("inloggning för en organisation")
        verbose_name_plural = _("inloggning för organisationer")
        ordering = ["organisation__name"]

    def __str__(self):
        return self.organisation.name

    def vouches(self, claims):
        """Whether what the provider says of this login is what the administrator takes for two factors."""
        methods = claims.get("amr")
        shown = {method for method in methods if isinstance(method, str)} if isinstance(methods, list) else set()
        return claims.get("acr") in self.vouching_acr.split() or bool(shown & set(self.vouching_amr.split()))


class Identity(TimestampMixin, Device):
    """Who a person of the portal is at a provider: the pair (issuer, subject), never an address.

    A device of django-otp, so that a session which the provider vouched for hangs on it and ends with it. It is no
    factor of its own: nobody may take away their app for having it.
    """

    is_factor = False

    provider = models.ForeignKey(
        Provider, verbose_name=_("organisationens inloggning"), on_delete=models.PROTECT, related_name="identities"
    )
    issuer = models.CharField(_("utfärdare (issuer)"), max_length=255)
    subject = models.CharField(_("vem du är där (subject)"), max_length=255)

    objects = IdentityManager()

    class Meta:
        verbose_name = _("koppling till organisationens inloggning")
        verbose_name_plural = _("kopplingar till organisationens inloggning")
        constraints = [
            models.UniqueConstraint(fields=["provider", "issuer", "subject"], name="one_account_per_identity"),
            models.UniqueConstraint(fields=["provider", "user"], name="one_identity_per_provider_and_person"),
        ]

    def __str__(self):
        return f"#{self.user_id} {self.provider}"
