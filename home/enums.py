"""Choices of the public pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Compliance(models.TextChoices):
    """How far a service meets the act, as Digg words it."""

    FULL = "full", _("helt förenlig")
    PARTIAL = "partial", _("delvis förenlig")
    NONE = "none", _("inte förenlig")


class Reason(models.TextChoices):
    """Why something is amiss."""

    NOT_YET = "not_yet", _("inte åtgärdat ännu")
    BURDEN = "burden", _("oskäligt betungande")
    OTHERS = "others", _("andras innehåll eller verktyg")
