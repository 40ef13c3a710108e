"""That an account is to be erased, and when: the person's wish, or the clock's when nobody takes part with it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """An account is to be erased. What the person asked for they take back by logging in.

    What the clock has announced ends when the person takes part again; nobody else can take it back.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="erasure")
    asked_at = models.DateTimeField(_("begärd"), auto_now_add=True)
    is_asked = models.BooleanField(_("av personen själv"), default=True)
    due_at = models.DateTimeField(_("sker"), db_index=True)

    class Meta:
        verbose_name = _("begäran om radering")
        verbose_name_plural = _("begäran om radering")

    def __str__(self):
        return f"#{self.user_id} {self.due_at:%Y-%m-%d}"
