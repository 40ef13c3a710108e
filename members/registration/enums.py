"""Choices of applications."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationState(models.TextChoices):
    """Where an application stands."""

    DRAFT = "draft", _("Utkast")
    SUBMITTED = "submitted", _("Inskickad")
    FOLLOW_UP = "follow_up", _("Vi har frågor")
    CONDITIONAL = "conditional", _("Plats med villkor")
    ACCEPTED = "accepted", _("Plats bekräftad")
    WAITING = "waiting", _("Reservplats")
    DECLINED = "declined", _("Ingen plats")
    WITHDRAWN = "withdrawn", _("Återtagen")


class DecisionState(models.TextChoices):
    """Whether the board has decided."""

    TAKEN = "taken", _("Beslutet är fattat")
    SCHEDULED = "scheduled", _("Beslut fattas ett bestämt datum")
    NOT_YET = "not_yet", _("Vi vet inte än när beslut fattas")
