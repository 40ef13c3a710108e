"""Choices of mailings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom a mailing is for."""

    ALL = "all", _("Alla deltagare")
    CONTACT_PERSONS = "contact_persons", _("Kontaktpersonerna")
    UNANSWERED = "unanswered", _("De vars organisation inte har svarat på en uppgift")
