"""A person whose factors are all lost, and who is let in anew because somebody vouched."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.accounts.models.people import User


class FactorReset(models.Model):
    """Somebody has vouched for a person who lost every factor; after a wait the person may set up new ones.

    The password is asked for all the same: whoever vouches opens half of the door, after everybody has been told.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="factor_resets")
    vouched_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="When it was used or stopped.")

    class Meta:
        verbose_name = _("ny start med inloggningen")
        verbose_name_plural = _("nya starter med inloggningen")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ended_at__isnull=True), name="one_waiting_reset_per_person"
            )
        ]

    def __str__(self):
        return f"#{self.pk}"

    @property
    def is_open(self):
        """Whether the wait is over and it has neither run out nor ended."""
        return self.ended_at is None and self.opens_at <= timezone.now() < self.closes_at
