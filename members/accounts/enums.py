"""Choices of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """The languages that a person may be written to in."""

    SWEDISH = "sv", _("Svenska")
    ENGLISH = "en", _("Engelska")
