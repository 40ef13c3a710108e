"""Choices of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """The languages that a person may be written to in."""

    SWEDISH = "sv", _("Svenska")
    ENGLISH = "en", _("Engelska")


class Audience(models.TextChoices):
    """Who may see something that a person tells of themselves, apart from the person and the administrator."""

    NETWORK = "network", _("Alla i nätverket")
    ORGANISATION = "organisation", _("Min organisation och nätverksledaren")
    NOBODY = "nobody", _("Ingen")


# Of what colleagues and whoever runs the network cannot do without: name and address.
KNOWN_NEARBY = [choice for choice in Audience.choices if choice[0] != Audience.NOBODY]


class Way(models.TextChoices):
    """What somebody tried to get in with, or to get a way in by, and did not; the record has the word."""

    PASSWORD = "password", _("Lösenord")
    PASSKEY = "passkey", _("Passkey")
    NEW_PASSKEY = "new_passkey", _("Ny passkey")
