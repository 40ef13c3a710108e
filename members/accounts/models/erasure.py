"""A person's wish to be erased, and when it is to happen."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """Somebody asked for their account to be erased; until then it can be taken back by logging in."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="erasure")
    asked_at = models.DateTimeField(_("begärd"), auto_now_add=True)
    due_at = models.DateTimeField(_("sker"), db_index=True)

    class Meta:
        verbose_name = _("begäran om radering")
        verbose_name_plural = _("begäran om radering")

    def __str__(self):
        return f"#{self.user_id} {self.due_at:%Y-%m-%d}"
