"""Choices of the good examples."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceStrength(models.TextChoices):
    """How much is known about whether it works, from the weakest to the strongest. Never sold as proof."""

    EXPERIENCE = "experience", _("Erfarenhet")
    DESCRIBED = "described", _("Beskriven logik")
    MEASURED = "measured", _("Uppmätt förändring")
    COMPARED = "compared", _("Jämförd förändring")
    EVALUATED = "evaluated", _("Oberoende utvärderad")

    @property
    def meaning(self):
        """What the strength says and does not say, in plain words."""
        return EVIDENCE_MEANINGS[self]

    @property
    def question(self):
        """What to ask those who did the work, to know more than the strength says."""
        return EVIDENCE_QUESTIONS[self]

    @property
    def number(self):
        """Which step it is, the weakest being 1."""
        return list(EvidenceStrength).index(self) + 1

    @property
    def scale(self):
        """Every step, as the meter shows it: what it is called and means, and whether this one has reached it."""
        return [
            {
                "label": step.label,
                "meaning": step.meaning,
                "is_reached": step.number <= self.number,
                "is_current": step == self,
            }
            for step in EvidenceStrength
        ]


EVIDENCE_MEANINGS = {
    EvidenceStrength.EXPERIENCE: _("De som gjorde arbetet berättar vad de såg. Ingen har mätt om det gav effekt."),
    EvidenceStrength.DESCRIBED: _(
        "Det är beskrivet varför arbetet borde leda till målet, steg för steg. Ingen har mätt om det gjorde det."
    ),
    EvidenceStrength.MEASURED: _(
        "Något mättes före och efter. Förändringen kan ha andra orsaker än arbetet, eftersom inget jämfördes."
    ),
    EvidenceStrength.COMPARED: _(
        "Förändringen jämfördes med en grupp eller plats utan arbetet. Det gör det troligare att arbetet spelade roll."
    ),
    EvidenceStrength.EVALUATED: _(
        "Någon utomstående har utvärderat arbetet. Resultatet gäller där och då, och kan bli ett annat hos er."
    ),
}


EVIDENCE_QUESTIONS = {
    EvidenceStrength.EXPERIENCE: _("Vad såg ni som fick er att tro att det hjälpte? Vad skulle ha visat motsatsen?"),
    EvidenceStrength.DESCRIBED: _("Vilket steg i kedjan är ni minst säkra på?"),
    EvidenceStrength.MEASURED: _("Vad annat hände under samma tid som kan förklara förändringen?"),
    EvidenceStrength.COMPARED: _("Hur lika var de som ni jämförde med, och vem föll bort på vägen?"),
    EvidenceStrength.EVALUATED: _(
        "Vad skilde sig hos er från andra orter, och vad sa utvärderaren att ni borde ändra?"
    ),
}


class AdaptationState(models.TextChoices):
    """Where what a reader told of how they used an example stands."""

    WAITING = "waiting", _("Väntar på granskning")
    PUBLISHED = "published", _("Publicerad")
    DECLINED = "declined", _("Publiceras inte")


class OrganisationSize(models.TextChoices):
    """How many people live where the organisation works."""

    SMALL = "small", _("Färre än 15 000 invånare")
    MEDIUM = "medium", _("15 000–49 999 invånare")
    LARGE = "large", _("50 000–199 999 invånare")
    METROPOLITAN = "metropolitan", _("200 000 invånare eller fler")


class CostBand(models.TextChoices):
    """What the work costs in a year, besides what people already had time for; the free text beside it says more."""

    WITHIN = "within", _("Inom befintlig budget")
    LOW = "low", _("Under 100 000 kronor om året")
    MEDIUM = "medium", _("100 000–500 000 kronor om året")
    HIGH = "high", _("Över 500 000 kronor om året")
