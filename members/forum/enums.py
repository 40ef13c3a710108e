"""Choices of the forum."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sensitivity(models.TextChoices):
    """How much a mail may tell of what is written in a category."""

    OPEN = "open", _("Öppen: mejlet citerar inlägget")
    NETWORK = "network", _("Nätverket: mejlet säger vem och vilken tråd")
    SENSITIVE = "sensitive", _("Känslig: mejlet säger bara att något är nytt")


class Shelf(models.TextChoices):
    """Categories that are made when they are needed: the value is the slug, the label the name in the database."""

    GENERAL = "allmant", "Allmänt"
    MEETINGS = "traffar", "Träffar"
    ASSIGNMENTS = "uppgifter", "Uppgifter"


class Following(models.TextChoices):
    """How closely a person follows a thread."""

    FOLLOW = "follow", _("Följ: mejl och avisering när någon svarar")
    NORMAL = "normal", _("Normal: syns som oläst, inga mejl")
    MUTE = "mute", _("Tyst: syns inte som oläst, inga mejl")
