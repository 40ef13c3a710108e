"""Choices of assignments and submissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubmissionState(models.TextChoices):
    """Where an organisation's submission stands. There are no grades: it is answered, not approved."""

    DRAFT = "draft", _("Utkast")
    SUBMITTED = "submitted", _("Inskickat")
    RETURNED = "returned", _("Komplettera gärna")
    DONE = "done", _("Klar")


class Visibility(models.TextChoices):
    """Who may read a submission; internal unless the organisation says otherwise."""

    INTERNAL = "internal", _("Bara vi och nätverksledaren")
    NETWORK = "network", _("Nätverket")
    PUBLIC = "public", _("Får användas öppet")


# An organisation may mend what it has sent in, as a next version, until the coordinator has said that it is done.
EDITABLE_STATES = (SubmissionState.DRAFT, SubmissionState.SUBMITTED, SubmissionState.RETURNED)
OPENED = (Visibility.NETWORK, Visibility.PUBLIC)
