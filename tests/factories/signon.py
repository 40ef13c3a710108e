"""Passkeys, providers and who is who there."""

import secrets

import factory
from factory.django import DjangoModelFactory

from members.signon.models import Identity, Passkey, Provider
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory


class PasskeyFactory(DjangoModelFactory):
    """A passkey whose private half nobody has: enough to be seen, listed and removed."""

    class Meta:
        model = Passkey

    user = factory.SubFactory(UserFactory)
    name = "Jobbdatorn"
    credential_id = factory.LazyFunction(lambda: secrets.token_bytes(32))
    public_key = factory.LazyFunction(lambda: secrets.token_bytes(77))
    aaguid = "00000000-0000-0000-0000-000000000000"


class ProviderFactory(DjangoModelFactory):
    """An organisation's sign-on, switched on; nobody listens at its address."""

    class Meta:
        model = Provider

    organisation = factory.SubFactory(OrganisationFactory)
    issuer = "http://127.0.0.1:9"
    client_id = "portalen"
    client_secret = "hemlighet-som-ar-lang"
    is_on = True


class IdentityFactory(DjangoModelFactory):
    """Somebody who has linked their account."""

    class Meta:
        model = Identity

    user = factory.SubFactory(UserFactory)
    provider = factory.SubFactory(ProviderFactory)
    issuer = factory.SelfAttribute("provider.issuer")
    subject = factory.Sequence(lambda number: f"anna-{number}")
    name = ""
