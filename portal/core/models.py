"""What the whole portal shares: the outbox, subscriptions by e-mail, and the sendings of forms without an account."""

import secrets

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
    headers = models.JSONField(_("sidhuvud"), default=dict, blank=True)
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


class FormUse(models.Model):
    """One sending of a public form: makes a second sending of it nothing, and a flood visible."""

    key = models.UUIDField(_("nyckel"), primary_key=True)
    form = models.CharField(_("formulär"), max_length=40)
    sender = models.CharField(_("avsändare"), max_length=64, help_text=_("Kontrollsumma som byts varje dag."))
    used_at = models.DateTimeField(_("skickat"), auto_now_add=True)

    class Meta:
        verbose_name = _("sändning av formulär")
        verbose_name_plural = _("sändningar av formulär")
        indexes = [models.Index(fields=["form", "used_at"], name="formuse_recent")]


def new_key():
    """Return a secret for an address that only a mail tells of."""
    return secrets.token_urlsafe(24)


class Subscription(models.Model):
    """An address that wants mail about a topic, once it has been confirmed. Ending it deletes it."""

    topic = models.CharField(_("ämne"), max_length=100)
    email = models.EmailField(_("e-post"))
    language = models.CharField(_("språk"), max_length=8)
    key = models.CharField(_("nyckel"), max_length=40, unique=True, default=new_key)
    asked_at = models.DateTimeField(_("beställd"))
    confirmed_at = models.DateTimeField(_("bekräftad"), null=True, blank=True)

    class Meta:
        verbose_name = _("prenumeration")
        verbose_name_plural = _("prenumerationer")
        constraints = [models.UniqueConstraint(fields=["topic", "email"], name="one_subscription_per_address")]

    def __str__(self):
        return self.topic


class SearchWord(models.Model):
    """A word that a public page uses or has used: what a misspelled search may have meant."""

    language_code = models.CharField(_("språk"), max_length=8)
    word = models.CharField(_("ord"), max_length=40)
    folded = models.CharField(_("utan accenter"), max_length=40)

    class Meta:
        verbose_name = _("ord i sökningen")
        verbose_name_plural = _("ord i sökningen")
        constraints = [models.UniqueConstraint(fields=["language_code", "word"], name="one_row_a_word_and_language")]

    def __str__(self):
        return self.word


class ContentVersion(models.Model):
    """One row: a token that changes with everything that public pages show. Written by triggers alone."""

    token = models.CharField(_("kod"), max_length=80, default="0-")

    class Meta:
        verbose_name = _("innehållets version")
        verbose_name_plural = _("innehållets version")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="content_version_is_one_row")]

    def __str__(self):
        return self.token
