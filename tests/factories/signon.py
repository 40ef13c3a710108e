"""Passkeys."""

import secrets

import factory
from factory.django import DjangoModelFactory

from members.signon.models import Passkey
from tests.factories.accounts import UserFactory


class PasskeyFactory(DjangoModelFactory):
    """A passkey whose private half nobody has: enough to be seen, listed and removed."""

    class Meta:
        model = Passkey

    user = factory.SubFactory(UserFactory)
    name = "Jobbdatorn"
    credential_id = factory.LazyFunction(lambda: secrets.token_bytes(32))
    public_key = factory.LazyFunction(lambda: secrets.token_bytes(77))
    aaguid = "00000000-0000-0000-0000-000000000000"
