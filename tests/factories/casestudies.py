"""Good examples and the words that they are sorted by."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from casestudies.enums import CostBand, EvidenceStrength, OrganisationSize
from casestudies.models import Actor, Environment, ExampleIndexPage, ExamplePage, PreventionLevel, TargetGroup
from members.organisations.enums import OrganisationKind
from tests.factories.home import PageFactory


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    name = factory.Sequence(lambda number: f"Ord {number}")
    name_en = factory.Sequence(lambda number: f"Word {number}")
    slug = factory.Sequence(lambda number: f"ord-{number}")
    explanation = "Vad ordet betyder."
    explanation_en = "What the word means."


class EnvironmentFactory(TermFactory):
    class Meta:
        model = Environment


class PreventionLevelFactory(TermFactory):
    class Meta:
        model = PreventionLevel


class TargetGroupFactory(TermFactory):
    class Meta:
        model = TargetGroup


class ActorFactory(TermFactory):
    class Meta:
        model = Actor


class ExampleIndexPageFactory(PageFactory):
    class Meta:
        model = ExampleIndexPage

    title = "Goda exempel"
    slug = "goda-exempel"
    lead = "Vad andra har gjort."


class ExamplePageFactory(PageFactory):
    """A published example with what is required; `full=True` fills in the rest."""

    class Meta:
        model = ExamplePage

    class Params:
        full = factory.Trait(
            goal="<p>Målet.</p>",
            logic="<p>Logiken.</p>",
            results="<p>Resultatet.</p>",
            not_working="<p>Misslyckandet.</p>",
            transferability="<p>Överförbarheten.</p>",
            ethics="<p>Etiken.</p>",
            advice="<p>Rådet.</p>",
            partners="Polisen",
            resources="En halv tjänst",
            cost="300 000 kr om året",
            cost_band=CostBand.MEDIUM,
            organisation_kind=OrganisationKind.MUNICIPALITY,
            organisation_size=OrganisationSize.MEDIUM,
            county_code="01",
            evidence=EvidenceStrength.DESCRIBED,
            contact_phone="0123-456 78",
            reviewed_date=datetime.date(2026, 1, 15),
            approved_by_role="Socialchefen",
            approved_date=datetime.date(2026, 1, 14),
        )

    title = factory.Sequence(lambda number: f"Gott exempel {number}")
    summary = "En kort sammanfattning."
    need = "<p>Behovet.</p>"
    done = "<p>Arbetet.</p>"
    lesson = "<p>Lärdomen.</p>"
    organisation_name = "Lindåsa kommun"
    contact_role = "Samordnare för förebyggande arbete"
    contact_email = "forebyggande@lindasa.example"
    first_published_at = last_published_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        words = {name: kwargs.pop(name, ()) for name in ("environments", "levels", "target_groups", "actors")}
        page = super()._create(model_class, *args, **kwargs)
        for name, terms in words.items():
            setattr(page, name, terms)
        if any(words.values()):
            page.save()
        return page
