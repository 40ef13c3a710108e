"""What these tests stand on, and what they say often."""

import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from members.registration.models import ApplicationDraft, DraftLink, OnBehalf
from portal.core import guard
from tests.factories.organisations import OrganisationFactory

ANSWERS = {
    "organisation": {"organisation_name": "granbergs Kommun", "organisation_number": "", "diary_number": "KS 2026/12"},
    "personer": {
        "first_name": "Kajsa Kontakt",
        "first_email": "kajsa@granberg.example",
        "first_phone": "070-111 22 33",
        "participant_count": "3",
        "participants": "Pelle Person, pelle@granberg.example\nPetra Person",
    },
    "beslut": {"decision_state": "not_yet", "decision_body": "Kommunstyrelsen"},
    "behov": {"is_committed": "on", "motive": "Vi vill få en gemensam lägesbild."},
    "faktura": {"buyer_reference": "ZZ1234", "order_reference": "", "e_invoice_address": "222000-0315"},
}
PDF = b"%PDF-1.7 beslut"


@pytest.fixture
def david(client, world, login):
    """The coordinator's browser."""
    return login(client, world.david)


@pytest.fixture
def granberg():
    return OrganisationFactory(name="Granbergs kommun", is_demonstration=False)


@pytest.fixture
def address(world):
    return reverse("registration:apply", args=[world.network.slug])


class Applicant:
    """Somebody with a browser who fills in the steps."""

    def __init__(self, client, address):
        self.client, self.address, self.token = client, address, ""

    def begin(self, prefix="", **changes):
        stamp = changes.pop("stamp", None) or guard.new_stamp()
        data = {**ANSWERS["organisation"], "stamp": stamp, **changes}
        response = self.client.post(f"{prefix}{self.address}", data)
        if response.status_code == 302:
            self.token = re.search("/utkast/([^/]+)/", response.url).group(1)
            self.prefix = prefix
        return response

    def at(self, page=""):
        return f"{self.prefix}{self.address}utkast/{self.token}/" + (f"{page}/" if page else "")

    def write(self, step, number=0, **changes):
        return self.client.post(self.at(step), {**ANSWERS[step], "edit_number": number, **changes})

    def fill(self, prefix=""):
        assert self.begin(prefix).status_code == 302
        for step in list(ANSWERS)[1:]:
            assert self.write(step).status_code == 302, step

    def send(self, **changes):
        number = ApplicationDraft.objects.latest("pk").number
        return self.client.post(self.at("granska"), {"number": number, **changes})

    @property
    def draft(self):
        return ApplicationDraft.objects.get(links__digest=DraftLink.digest_of(self.token))


@pytest.fixture
def applicant(client, world, granberg, address):
    return Applicant(client, address)


@pytest.fixture
def mailed(world, granberg):
    """What a mail to the coordinator said: the organisation, whom to ask, how many."""
    return {
        "network": world.network.pk,
        "channel": "mail",
        "told_date": timezone.localdate().isoformat(),
        "language": "sv",
        "key": str(uuid.uuid4()),
        "organisation_name": "granbergs kommun",
        "first_name": "Kajsa Kontakt",
        "first_email": "kajsa@granberg.example",
        "participant_count": "2",
    }


@pytest.fixture
def about(david, mailed):
    """What the coordinator wrote on behalf of the organisation after the mail, waiting to be confirmed."""
    david.post(reverse("wagtailsnippets_registration_application:register"), mailed)
    return OnBehalf.objects.get()
