"""Choices of signing on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Refusal(models.TextChoices):
    """Why an organisation's sign-on came to nothing: a word for the address, and the page's heading."""

    CANCELLED = "avbruten", _("Inloggningen avbröts")
    DOWN = "nere", _("Din organisations inloggning svarar inte")
    WRONG = "fel-svar", _("Svaret gick inte att lita på")
    CLOSED = "inte-med", _("Kontot är inte öppet för dig just nu")
    NOT_AFRESH = "inte-pa-nytt", _("Din organisation frågade dig inte på nytt")
    AGAIN = "borja-om", _("Börja om med inloggningen")
