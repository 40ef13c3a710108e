"""Passwords that did not open: counted a window at a time, so that a flood of them is a number and not a flood."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

WINDOW = datetime.timedelta(minutes=15)


class FailedTries(models.Model):
    """The wrong passwords of one address within a quarter of an hour, until the record has been told of them.

    Holds a checksum of what was typed, whether or not anybody has the address: the row is the same work for both, and
    whoever typed a password in the wrong field has not had it kept.
    """

    digest = models.CharField(max_length=64)
    window = models.DateTimeField(help_text="When the quarter of an hour began.")
    count = models.PositiveIntegerField(default=0)
    is_locked = models.BooleanField(default=False)
    told = models.PositiveIntegerField(default=0, help_text="How many of them the record knows of.")
    lock_is_told = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("misslyckade inloggningar")
        verbose_name_plural = _("misslyckade inloggningar")
        constraints = [models.UniqueConstraint(fields=["digest", "window"], name="one_count_per_address_and_window")]

    def __str__(self):
        return f"{self.window:%Y-%m-%d %H:%M} {self.digest[:8]}"

    @staticmethod
    def digest_of(email):
        """Return the checksum that an address is counted by."""
        return salted_hmac("accounts.FailedTries", email, algorithm="sha256").hexdigest()

    @staticmethod
    def present_window():
        """Return when the present quarter of an hour began."""
        seconds = int(timezone.now().timestamp() // WINDOW.total_seconds() * WINDOW.total_seconds())
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
