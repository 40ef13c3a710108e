"""Choices of the forum."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sensitivity(models.TextChoices):
    """How much a mail may tell of what is written in a category."""

    OPEN = "open", _("Öppen: mejlet citerar inlägget")
    NETWORK = "network", _("Nätverket: mejlet säger vem och vilken tråd")
    SENSITIVE = "sensitive", _("Känslig: mejlet säger bara att något är nytt")
