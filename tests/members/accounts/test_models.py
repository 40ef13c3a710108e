"""The person as the rest of the portal meets them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from members.accounts.models import RecoveryCode, TotpDevice, User
from tests.factories.accounts import TotpDeviceFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_address_is_kept_in_lower_case():
    assert UserFactory(email=" Amina@Lindasa.Example ").email == "amina@lindasa.example"
    user = User(email="BO@Lindasa.Example", name="Bo")
    user.clean()
    assert user.email == "bo@lindasa.example"
    assert User.objects.get_by_natural_key("AMINA@LINDASA.example").name


def test_address_belongs_to_one_person():
    UserFactory(email="amina@lindasa.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="AMINA@lindasa.example")


def test_names_are_what_wagtail_asks_for():
    user = User(email="a@b.example", name="Amina Yusuf Ek")
    assert (str(user), user.get_full_name(), user.first_name, user.last_name, user.is_staff) == (
        "Amina Yusuf Ek",
        "Amina Yusuf Ek",
        "Amina",
        "Yusuf Ek",
        False,
    )
    assert str(User(email="a@b.example")) == "a@b.example"


def test_superuser_is_for_the_first_login_of_an_installation():
    assert User.objects.create_superuser("rot@portal.example", "x", name="Rot").is_superuser


def test_accounts_are_visible_to_oneself_and_the_administrator(world):
    assert list(User.objects.visible_to(world.bo)) == [world.bo]
    assert User.objects.visible_to(world.fredrik).count() == User.objects.count()
    assert not User.objects.visible_to(AnonymousUser()).exists()


def test_app_is_visible_to_its_owner_alone(world):
    assert [device.user for device in TotpDevice.objects.visible_to(world.bo)] == [world.bo]
    assert [device.user for device in TotpDevice.objects.visible_to(world.fredrik)] == [world.fredrik]
    assert not TotpDevice.objects.visible_to(AnonymousUser()).exists()


def test_secret_cannot_be_searched():
    with pytest.raises(TypeError):
        TotpDevice.objects.filter(secret="x").exists()


@pytest.mark.parametrize("token", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_is_wrong(token):
    assert TotpDeviceFactory().verify_token(token) is False


def test_device_that_waits_looks_at_nothing():
    device = TotpDeviceFactory()
    device.throttle_increment()
    assert device.verify_token("123456") is False
    assert device.throttling_failure_count == 1
    device.throttle_increment(commit=False)
    assert TotpDevice.objects.get().throttling_failure_count == 1


def test_recovery_set_that_waits_looks_at_nothing():
    holder = UserFactory().recovery_devices.create()
    code = holder.codes.create(digest=RecoveryCode.digest_of("aaaa-bbbb-cccc-dddd"))
    assert holder.verify_token("xxxx") is False
    assert holder.verify_token("aaaa-bbbb-cccc-dddd") is False
    assert str(code) == f"#{code.pk}"


def test_codes_of_different_batches_are_both_found():
    holder = UserFactory().recovery_devices.create()
    for code in ("aaaa", "bbbb"):
        holder.codes.create(digest=RecoveryCode.digest_of(code))
    assert holder.verify_token("bbbb") is True
    assert holder.verify_token("AA AA") is True
    assert holder.codes.count() == 0


def test_works_in_admin_follows_the_role(world):
    assert [name for name in world.people if world.people[name].works_in_admin] == ["david", "eva", "fredrik", "henrik"]
