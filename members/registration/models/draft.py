"""An application that is being written: kept apart from applications, seen by nobody but who holds its link."""

import hashlib
import secrets
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.organisations.enums import RegistrationState


class ApplicationDraft(models.Model):
    """What has been filled in so far, step by step, as it was typed: it may be half or wrong until it is sent.

    `steps` holds, for each step, {"number": how often it has been saved, "values": what its fields hold}.
    """

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="application_drafts"
    )
    # The key of the form that began it: sending that form twice gives one draft.
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    language = models.CharField(_("språk"), max_length=2, default="sv")
    steps = models.JSONField(_("steg"), default=dict, blank=True)
    decision_file = models.OneToOneField(
        "files.PrivateFile",
        verbose_name=_("beslutet som fil"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="application_draft",
    )
    application = models.OneToOneField(
        "registration.Application",
        verbose_name=_("anmälan"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="draft",
    )
    created_at = models.DateTimeField(_("påbörjat"), auto_now_add=True)
    changed_at = models.DateTimeField(_("ändrat"), default=timezone.now, db_index=True)
    warned_at = models.DateTimeField(_("varnat"), null=True, blank=True)

    class Meta:
        verbose_name = _("utkast till anmälan")
        verbose_name_plural = _("utkast till anmälningar")
        ordering = ["-changed_at"]

    def __str__(self):
        return f"{self.pk}"

    @property
    def takes_registrars_decision(self):
        """Whether a registrar may leave the decision: not once the network takes no more applications."""
        return self.application_id is None and self.network.registration_state != RegistrationState.CLOSED

    def values_of(self, step):
        """Return what the step's fields hold."""
        return self.steps.get(step, {}).get("values", {})

    def number_of(self, step):
        """Return how often the step has been saved."""
        return self.steps.get(step, {}).get("number", 0)

    @property
    def number(self):
        """How often anything of it has been saved: a page that shows all of it is as old as this."""
        return sum(step["number"] for step in self.steps.values())


class DraftLink(models.Model):
    """A way to one draft, which is all that it opens. Expiring; its token is stored as a digest only."""

    draft = models.ForeignKey(ApplicationDraft, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(_("länkens avtryck"), max_length=64, unique=True)
    email = models.EmailField(_("skickad till"), blank=True)
    created_at = models.DateTimeField(_("skapad"), auto_now_add=True)
    expires_at = models.DateTimeField(_("gäller till"))

    class Meta:
        verbose_name = _("länk till utkast")
        verbose_name_plural = _("länkar till utkast")
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.pk}"

    @staticmethod
    def new_token():
        """Return a fresh token for the link: 256 bits."""
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(token):
        """Return what is kept of a token. It is random and long: a plain hash is enough."""
        return hashlib.sha256(token.encode()).hexdigest()
