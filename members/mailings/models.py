"""What a coordinator has written to many, and who got it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members.mailings.enums import Audience
from members.mailings.querysets import MailingQuerySet
from portal.core.shared_texts import mark_of
from portal.core.validators import refuse_personal_numbers

# What the coordinator writes of it: a draft with other words, or for others, is another draft.
WRITTEN = ("audience", "assignment_id", "subject", "body", "subject_en", "body_en")


class Mailing(models.Model):
    """One letter to many in a network, in Swedish and, where it has been written, in English."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="mailings"
    )
    audience = models.CharField(_("till"), max_length=20, choices=Audience.choices, default=Audience.ALL)
    assignment = models.ForeignKey(
        "assignments.Assignment",
        verbose_name=_("uppgift"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mailings",
    )
    subject = models.CharField(_("ämne"), max_length=150, validators=[refuse_personal_numbers])
    body = models.TextField(_("text"), max_length=20_000, validators=[refuse_personal_numbers])
    subject_en = models.CharField(
        _("ämne på engelska"), max_length=150, blank=True, validators=[refuse_personal_numbers]
    )
    body_en = models.TextField(
        _("text på engelska"), max_length=20_000, blank=True, validators=[refuse_personal_numbers]
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("skrivet av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("skapat"), auto_now_add=True)
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        verbose_name = _("utskick")
        verbose_name_plural = _("utskick")
        ordering = ["-sent_at", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience=Audience.UNANSWERED, assignment__isnull=False)
                | (~Q(audience=Audience.UNANSWERED) & Q(assignment=None)),
                name="unanswered_names_its_assignment",
            ),
            models.CheckConstraint(
                condition=Q(subject_en="", body_en="") | (~Q(subject_en="") & ~Q(body_en="")),
                name="english_is_whole_or_missing",
            ),
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        """The page in the archive."""
        return reverse("mailings:mailing", kwargs={"pk": self.pk})

    @property
    def is_sent(self):
        """Whether it has gone out; then it is never changed."""
        return self.sent_at is not None

    @property
    def mark(self):
        """A short mark of what it says and whom it is for, by which a page tells what it showed."""
        return mark_of("\0".join(str(getattr(self, name)) for name in WRITTEN))

    def words_in(self, language):
        """Return (subject, text) in that language; in Swedish where it has not been written in English."""
        if language == "en" and self.body_en:
            return self.subject_en, self.body_en
        return self.subject, self.body

    @property
    def local_subject(self):
        """The subject in the language of the page."""
        return self.words_in(get_language())[0]

    @property
    def local_body(self):
        """The text in the language of the page."""
        return self.words_in(get_language())[1]


class MailingReceipt(models.Model):
    """That one person got it, for which organisation."""

    mailing = models.ForeignKey(Mailing, verbose_name=_("utskick"), on_delete=models.CASCADE, related_name="receipts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="mailing_receipts"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("mottaget utskick")
        verbose_name_plural = _("mottagna utskick")
        constraints = [models.UniqueConstraint(fields=["mailing", "user"], name="one_receipt_per_person")]

    def __str__(self):
        return f"{self.mailing} · {self.user}"
