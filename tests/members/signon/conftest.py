"""What these tests stand on: somebody new, somebody inside, and the script's four requests."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.factories.accounts import PASSWORD
from tests.factories.signon import IdentityFactory, ProviderFactory
from tests.members.accounts.conftest import amina, device, half_in, inside, klara  # noqa: F401 (fixtures by their names)
from tests.members.signon.authenticator import Authenticator
from tests.tools.provider import LocalProvider


@pytest.fixture
def authenticator():
    return Authenticator()


def asked(client, name, data=None, **extra):
    """The answer to one of the script's requests."""
    return client.post(reverse(f"signon:{name}"), data or {}, content_type="application/json", **extra)


def make(client, authenticator, name=""):
    options = asked(client, "begin_passkey").json()
    return asked(client, "finish_passkey", authenticator.make(options, name))


def show(client, authenticator):
    options = asked(client, "begin_login").json()
    return asked(client, "finish_login", authenticator.show(options))


@pytest.fixture
def klara_in(client, klara):  # noqa: F811 (the fixture above)
    """Klara's browser after the password: she has no second factor yet."""
    client.post(reverse("accounts:login"), {"username": klara.email, "password": PASSWORD})
    return client


@pytest.fixture
def passkey(klara_in, klara, authenticator):  # noqa: F811 (the fixture above)
    """Klara's passkey, which is her only factor; her browser is logged out again."""
    make(klara_in, authenticator, "Min telefon")
    klara_in.post(reverse("accounts:log_out"))
    return klara.passkey_set.get()


@pytest.fixture
def local():
    """An OpenID provider on this machine."""
    cache.clear()
    provider = LocalProvider()
    yield provider
    provider.close()
    cache.clear()


@pytest.fixture
def provider(world, local):
    """Lindåsa's sign-on, at that provider."""
    row = ProviderFactory(organisation=world.lindasa, issuer=local.issuer)
    row.local = local
    return row


@pytest.fixture
def identity(world, provider):
    """Bo, who has linked his account."""
    return IdentityFactory(user=world.bo, provider=provider, subject=provider.local.subject)
