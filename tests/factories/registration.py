"""Applications."""

import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from members.registration.enums import Channel, DecisionState
from members.registration.models import Application, ApplicationDraft, ApplicationPerson, InvoiceLine, OnBehalf
from tests.factories.organisations import NetworkFactory


class ApplicationFactory(DjangoModelFactory):
    """An application with a board's decision still to come."""

    class Meta:
        model = Application

    network = factory.SubFactory(NetworkFactory)
    organisation_name = "Granbergs kommun"
    organisation_number = "222000-0315"
    decision_state = DecisionState.NOT_YET
    participant_count = 2
    is_committed = True
    price_per_person_ore = 800_000
    submission_key = factory.LazyFunction(uuid.uuid4)


class OtherApplicationFactory(ApplicationFactory):
    """An application of an organisation that has no other."""

    organisation_name = factory.Sequence(lambda number: f"Ort {number} kommun")
    organisation_number = ""


class ApplicationPersonFactory(DjangoModelFactory):
    """A contact person of an application."""

    class Meta:
        model = ApplicationPerson

    application = factory.SubFactory(ApplicationFactory)
    is_contact_person = True
    name = "Kajsa Kontakt"
    email = factory.Sequence(lambda number: f"kajsa{number}@granberg.example")
    phone = "070-000 00 00"


class InvoiceLineFactory(DjangoModelFactory):
    """Two people of a confirmed place."""

    class Meta:
        model = InvoiceLine

    application = factory.SubFactory(ApplicationFactory)
    organisation_name = "Granbergs kommun"
    people = 2
    price_per_person_ore = 800_000


class ApplicationDraftFactory(DjangoModelFactory):
    """An application that is being written, still empty."""

    class Meta:
        model = ApplicationDraft

    network = factory.SubFactory(NetworkFactory)


class OnBehalfFactory(DjangoModelFactory):
    """What a coordinator has written after a mail, still to be confirmed."""

    class Meta:
        model = OnBehalf

    draft = factory.SubFactory(ApplicationDraftFactory)
    organisation_name = "Granbergs kommun"
    channel = Channel.MAIL
    told_date = factory.LazyFunction(timezone.localdate)
    email = "kajsa@granberg.example"
    mailed_at = factory.LazyFunction(timezone.now)
