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


S = ApplicationState

#: The whole machine: from each state, where an application may go. Drawn in docs/registration.md from this table.
#: An undone step goes back the way it came, whatever stands here.
TRANSITIONS = {
    S.DRAFT: [S.SUBMITTED],
    S.SUBMITTED: [S.FOLLOW_UP, S.CONDITIONAL, S.ACCEPTED, S.WAITING, S.DECLINED, S.WITHDRAWN],
    S.FOLLOW_UP: [S.SUBMITTED, S.CONDITIONAL, S.ACCEPTED, S.WAITING, S.DECLINED, S.WITHDRAWN],
    S.CONDITIONAL: [S.ACCEPTED, S.DECLINED, S.WITHDRAWN],
    S.ACCEPTED: [S.WITHDRAWN],
    S.WAITING: [S.CONDITIONAL, S.ACCEPTED, S.DECLINED, S.WITHDRAWN],
    S.DECLINED: [],
    S.WITHDRAWN: [],
}
#: The states that hold one of the network's seats; so does an offer that has not run out.
SEATED = (S.CONDITIONAL, S.ACCEPTED)
#: The states in which the coordinator waits for the board: a confirmed place has been judged already.
UNDECIDED = (S.SUBMITTED, S.FOLLOW_UP, S.CONDITIONAL, S.WAITING)
#: Steps that are told by another mail than the decision's: a question has its own text, an answer goes the other way.
TOLD_OTHERWISE = (S.SUBMITTED, S.FOLLOW_UP)


class Channel(models.TextChoices):
    """How an organisation told the coordinator what the coordinator then wrote on its behalf."""

    MAIL = "mail", _("Mejl")
    PHONE = "phone", _("Telefonsamtal")
    LETTER = "letter", _("Brev")


class DecisionState(models.TextChoices):
    """Whether the board has decided."""

    TAKEN = "taken", _("Beslutet är fattat")
    SCHEDULED = "scheduled", _("Beslut fattas ett bestämt datum")
    NOT_YET = "not_yet", _("Vi vet inte än när beslut fattas")
