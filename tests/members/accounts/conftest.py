"""What these tests stand on: codes as an app would show them, and logging in through the pages."""

import time

import pytest
from django.urls import reverse
from django_otp.oath import TOTP

from members.accounts.models import TOTP_STEP, RecoveryCode, RecoveryDevice
from tests.factories.accounts import PASSWORD, TotpDeviceFactory, UserFactory


def code_of(device, *, at=None):
    """The six digits that the person's app shows now."""
    totp = TOTP(device.secret_bytes, TOTP_STEP)
    totp.time = time.time() if at is None else at
    return f"{totp.token():06}"


def wrong_code_of(device):
    """Six digits that are not right, now or a step from now."""
    right = {code_of(device, at=time.time() + offset * TOTP_STEP) for offset in range(-2, 3)}
    return next(f"{number:06}" for number in range(10) if f"{number:06}" not in right)


@pytest.fixture
def amina(db):
    """Somebody with a password and an authenticator app."""
    user = UserFactory(email="amina@lindasa.example", name="Amina Yusuf")
    TotpDeviceFactory(user=user)
    return user


@pytest.fixture
def klara(db):
    """Somebody with a password and nothing else."""
    return UserFactory(email="klara@norrvik.example", name="Klara Ny")


@pytest.fixture
def device(amina):
    return amina.totp_devices.get()


@pytest.fixture
def codes(amina):
    """Two recovery codes of Amina's."""
    plain = ["aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"]
    holder = RecoveryDevice.objects.create(user=amina)
    salt = RecoveryCode.salt_of(RecoveryCode.digest_of(""))
    for code in plain:
        holder.codes.create(digest=RecoveryCode.digest_of(code, salt))
    return plain


@pytest.fixture
def half_in(client, amina):
    """Amina's browser after the password, before the code."""
    client.post(reverse("accounts:login"), {"username": amina.email, "password": PASSWORD})
    return client


@pytest.fixture
def inside(half_in, device):
    """Amina's browser after both."""
    half_in.post(reverse("accounts:second_factor"), {"code": code_of(device)})
    return half_in
