"""The way by which a registrar hands in the board's decision, and does nothing else."""

import hashlib

from django.core.signing import b64_encode
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

SALT = "registration.registrar"


class RegistrarLink(models.Model):
    """A way to leave the decision of one application, or of one that is being written; it shows nothing of either.

    Expiring and withdrawable; its token is stored as a digest only. A draft's link follows it when it is sent.
    """

    application = models.ForeignKey(
        "registration.Application", null=True, blank=True, on_delete=models.CASCADE, related_name="registrar_links"
    )
    draft = models.ForeignKey(
        "registration.ApplicationDraft", null=True, blank=True, on_delete=models.CASCADE, related_name="registrar_links"
    )
    digest = models.CharField(_("länkens avtryck"), max_length=64, unique=True)
    email = models.EmailField(_("skickad till"), blank=True)
    # The file that came by it, as long as no other has taken its place: so it is known how a decision came.
    file = models.OneToOneField(
        "files.PrivateFile", null=True, blank=True, on_delete=models.SET_NULL, related_name="registrar_link"
    )
    created_at = models.DateTimeField(_("skapad"), auto_now_add=True)
    expires_at = models.DateTimeField(_("gäller till"))
    withdrawn_at = models.DateTimeField(_("tillbakadragen"), null=True, blank=True)
    used_at = models.DateTimeField(_("senast använd"), null=True, blank=True)

    class Meta:
        verbose_name = _("länk till registratorn")
        verbose_name_plural = _("länkar till registratorn")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(application=None, draft__isnull=False) | Q(application__isnull=False, draft=None),
                name="registrar_link_leads_to_one_thing",
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(withdrawn_at=None), name="one_registrar_link_per_application"
            ),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(withdrawn_at=None), name="one_registrar_link_per_draft"
            ),
        ]

    def __str__(self):
        return f"{self.pk}"

    @property
    def target(self):
        """What its decision belongs to: the application, or the draft as long as it is one."""
        return self.application or self.draft

    @property
    def network(self):
        """The network that the organisation applies to."""
        return self.target.network

    @property
    def is_running(self):
        """Whether its time has not run out, and nobody has taken it back."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()

    @property
    def is_open(self):
        """Whether a decision can be left by it now."""
        return self.is_running and self.target.takes_registrars_decision

    @staticmethod
    def token_from(key):
        """Return the token that the sending with this key makes, 256 bits that nobody guesses without the portal's key.

        Sent twice, the same form shows the same link: it is kept nowhere, and could not be shown again otherwise.
        """
        return b64_encode(salted_hmac(SALT, str(key), algorithm="sha256").digest()).decode()

    @staticmethod
    def digest_of(token):
        """Return what is kept of a token. It is random and long: a plain hash is enough."""
        return hashlib.sha256(token.encode()).hexdigest()
