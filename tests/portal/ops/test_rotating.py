"""`manage.py rotate_keys`: what is kept encrypted is encrypted by the newest key, and the old one can go."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.management import CommandError, call_command
from django.urls import reverse

from members.accounts.models import TotpDevice
from members.audit.models import Record
from members.signon.models import Provider
from tests.factories.accounts import PASSWORD, TotpDeviceFactory
from tests.factories.signon import ProviderFactory
from tests.members.accounts.conftest import code_of

OLD, NEW = (Fernet.generate_key().decode() for _key in range(2))


@pytest.fixture
def secrets(world, settings):
    """An app and a provider from the time of the old key, and an app from that of the new."""
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    TotpDevice.objects.all().delete()
    old = TotpDeviceFactory(user=world.bo)
    provider = ProviderFactory(organisation=world.lindasa)
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    new = TotpDeviceFactory(user=world.amina)
    return {old.pk: old.secret, new.pk: new.secret, "provider": provider.client_secret}


def rotated():
    out = StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def test_old_key_is_needed_until_the_keys_are_rotated(secrets, settings):
    settings.FIELD_ENCRYPTION_KEYS = [NEW]
    with pytest.raises(InvalidToken):
        list(TotpDevice.objects.all())


def test_rotated_secrets_are_the_same_and_the_old_key_can_go(secrets, settings, client, world):
    told = rotated()
    assert "accounts.TotpDevice.secret: 1 encrypted anew" in told
    assert "signon.Provider.client_secret: 1 encrypted anew" in told
    settings.FIELD_ENCRYPTION_KEYS = [NEW]
    assert {row.pk: row.secret for row in TotpDevice.objects.all()} == {
        pk: secret for pk, secret in secrets.items() if pk != "provider"
    }
    assert Provider.objects.get().client_secret == secrets["provider"]
    client.post(reverse("accounts:login"), {"username": world.bo.email, "password": PASSWORD})
    code = code_of(world.bo.totp_devices.get())
    assert client.post(reverse("accounts:second_factor"), {"code": code})["Location"] == reverse("journey:start")


def test_second_run_has_nothing_to_do(secrets):
    rotated()
    assert "secret: 0 encrypted anew" in rotated()
    [row] = Record.objects.filter(action="ops.rotate_keys")
    assert "accounts.TotpDevice.secret:1" in row.fields


def test_what_no_key_opens_is_told_and_the_rest_is_done(secrets, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode(), NEW]
    out = StringIO()
    with pytest.raises(CommandError, match="no key opens"):
        call_command("rotate_keys", stdout=out)
    assert "accounts.TotpDevice.secret: 1 encrypted anew, 1 that no key opens" in out.getvalue()
