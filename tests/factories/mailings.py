"""What coordinators write to many."""

import factory
from factory.django import DjangoModelFactory

from members.mailings.enums import Audience
from members.mailings.models import Mailing
from tests.factories.accounts import UserFactory
from tests.factories.organisations import NetworkFactory


class MailingFactory(DjangoModelFactory):
    """A draft to everybody, in Swedish alone."""

    class Meta:
        model = Mailing

    network = factory.SubFactory(NetworkFactory)
    audience = Audience.ALL
    subject = "Inför nästa träff"
    body = "Hej!\n\nTa med er lägesbild."
    written_by = factory.SubFactory(UserFactory)
