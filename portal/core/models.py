"""The mail outbox: the one concrete model that the whole portal shares."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.enums import DeliveryState


class OutboxMessage(models.Model):
    """One mail, written in the same transaction as the change that it tells of, delivered after it."""

    to = models.EmailField(_("till"))
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("mottagare"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    kind = models.CharField(_("slag"), max_length=100, help_text=_("Mallens namn."))
    language = models.CharField(_("språk"), max_length=8)
    subject = models.CharField(_("ämne"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(_("html"), blank=True)
    reply_to = models.EmailField(_("svar till"), blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=255, unique=True)
    dedup = models.CharField(_("nyckel mot dubbletter"), max_length=200, null=True, blank=True, unique=True)
    state = models.CharField(
        _("läge"), max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    last_error = models.CharField(_("senaste fel"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("skapat"), auto_now_add=True)
    deliver_at = models.DateTimeField(_("skickas tidigast"), db_index=True)
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)

    class Meta:
        verbose_name = _("utgående mejl")
        verbose_name_plural = _("utgående mejl")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.subject
