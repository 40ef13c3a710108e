"""What the seed remembers of the rows that it wrote."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeededRow(models.Model):
    """A demonstration row whose dates follow today, until somebody edits it."""

    object_type = models.CharField(_("slag"), max_length=100, help_text="As in meetings.meeting.")
    object_id = models.CharField(_("id"), max_length=40)
    fingerprint = models.CharField(_("avtryck"), max_length=64, help_text="Of the row as the seed left it.")
    day = models.DateField(_("dag"), help_text="The day that the row's dates were counted from.")

    class Meta:
        verbose_name = _("demonstrationsrad")
        verbose_name_plural = _("demonstrationsrader")
        constraints = [
            models.UniqueConstraint(fields=["object_type", "object_id"], name="one_memory_per_seeded_row"),
        ]

    def __str__(self):
        return f"{self.object_type} {self.object_id}"
