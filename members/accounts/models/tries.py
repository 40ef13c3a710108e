"""What did not open: counted by account and by sender, so that a flood of it is a number and not a flood."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from members.accounts.enums import Way

WINDOW = datetime.timedelta(minutes=15)


class FailedTries(models.Model):
    """What failed to open one account within a quarter of an hour, until the record has been told of it.

    Holds a checksum of what was typed, whether or not anybody has the address: the row is the same work for both, and
    whoever typed a password in the wrong field has not had it kept.
    """

    digest = models.CharField(max_length=64)
    way = models.CharField(max_length=12, choices=Way.choices, default=Way.PASSWORD)
    window = models.DateTimeField(help_text="When the quarter of an hour began.")
    count = models.PositiveIntegerField(default=0)
    is_locked = models.BooleanField(default=False)
    told = models.PositiveIntegerField(default=0, help_text="How many of them the record knows of.")
    lock_is_told = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("misslyckade inloggningar")
        verbose_name_plural = _("misslyckade inloggningar")
        constraints = [
            models.UniqueConstraint(fields=["digest", "way", "window"], name="one_count_per_address_way_and_window")
        ]

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


class FailingSender(models.Model):
    """Where wrong passwords come from, until as many minutes have gone by as there were of them.

    A bucket that leaks: each wrong password fills it by a minute, and what has run out is forgotten. Knows a checksum
    that is another tomorrow, never the address, and none of the accounts.
    """

    digest = models.CharField(max_length=64, unique=True)
    empty_at = models.DateTimeField(help_text="When there is nothing left to remember.")
    count = models.PositiveIntegerField(default=0, help_text="Wrong passwords that were looked at.")
    refused = models.PositiveIntegerField(default=0, help_text="Tries that were not looked at.")
    told = models.PositiveIntegerField(default=0, help_text="How many of all of them the record knows of.")

    class Meta:
        verbose_name = _("avsändare av felaktiga lösenord")
        verbose_name_plural = _("avsändare av felaktiga lösenord")

    def __str__(self):
        return self.digest[:8]
