"""Choices of meetings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """When a material is meant to be read."""

    BEFORE = "before", _("Inför träffen")
    DURING = "during", _("Under träffen")
    AFTER = "after", _("Efter träffen")
