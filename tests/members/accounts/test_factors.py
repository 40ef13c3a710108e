"""Several second factors: named, told apart by last use, removed, and never the last one."""

import time

import pytest
import time_machine
from django.urls import reverse

from members.accounts.models import RecoveryDevice, TotpDevice
from members.audit.models import Record
from tests.factories.accounts import TotpDeviceFactory, UserFactory
from tests.members.accounts.conftest import code_of

ACCOUNT, CONFIRM, ENROL = (reverse(f"accounts:{name}") for name in ("account", "confirm", "enrol"))


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def address_of(name, device):
    return reverse(f"accounts:{name}", args=[device._meta.model_name, device.pk])


def test_factors_are_whatever_proves_the_person_but_recovery_codes(amina, klara, device):
    RecoveryDevice.objects.create(user=amina)
    RecoveryDevice.objects.create(user=klara)
    TotpDeviceFactory(user=amina, confirmed=False)
    assert amina.factors == [device]
    assert amina.has_second_factor
    assert klara.factors == []
    assert not klara.has_second_factor


def test_new_app_gets_its_name_when_it_is_connected(inside, amina, codes, commits, mailoutbox):
    inside.get(ENROL)
    new = amina.totp_devices.get(confirmed=False)
    with commits():
        inside.post(ENROL, {"code": code_of(new), "name": " Surfplattan "})
    assert [factor.name for factor in amina.factors] == ["Telefonen", "Surfplattan"]
    assert "autentiseringsapp, ”Surfplattan”" in mailoutbox[0].body


def test_one_of_two_apps_is_removed_with_its_sessions(inside, amina, device, commits, mailoutbox):
    TotpDeviceFactory(user=amina)
    address = address_of("remove_factor", device)
    assert address in inside.get(ACCOUNT).content.decode()
    assert "Ta bort ”Telefonen”?" in inside.get(address).content.decode()
    with commits():
        inside.post(address)
    assert not TotpDevice.objects.filter(pk=device.pk).exists()
    assert inside.get(ACCOUNT)["Location"].startswith(reverse("accounts:second_factor"))
    assert "autentiseringsapp, ”Telefonen”" in mailoutbox[0].body
    record = Record.objects.get(action="accounts.remove_factor")
    assert (record.object_type, record.object_id) == ("accounts.totpdevice", str(device.pk))


def test_other_app_than_ones_own_session_is_removed(inside, amina):
    other = TotpDeviceFactory(user=amina)
    answer = inside.post(address_of("remove_factor", other), follow=True)
    assert "Borttaget." in answer.content.decode()


def test_only_factor_stays(inside, device):
    answer = inside.post(address_of("remove_factor", device), follow=True)
    assert "Lägg till ett nytt först." in answer.content.decode()
    assert TotpDevice.objects.filter(pk=device.pk).exists()


def test_app_is_renamed_recorded_and_told(inside, device, commits, mailoutbox):
    address = address_of("rename_factor", device)
    assert 'value="Telefonen"' in inside.get(address).content.decode()
    with commits():
        answer = inside.post(address, {"name": "Jobbtelefonen"}, follow=True)
    assert "<strong>Jobbtelefonen</strong>" in answer.content.decode()
    assert Record.objects.get(action="accounts.rename_factor").fields == ["name"]
    assert len(mailoutbox) == 1


def test_same_name_again_is_no_change(inside, device, commits, mailoutbox):
    with commits():
        inside.post(address_of("rename_factor", device), {"name": "Telefonen"})
    assert mailoutbox == []
    assert not Record.objects.filter(action="accounts.rename_factor").exists()


def test_name_is_needed_when_renaming(inside, device):
    assert "Det här behöver rättas" in inside.post(address_of("rename_factor", device), {"name": " "}).content.decode()


@pytest.mark.parametrize("name", ["rename_factor", "remove_factor"])
def test_factor_is_changed_after_a_fresh_code_only(inside, device, name):
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.post(address_of(name, device), {"name": "x"})["Location"].startswith(CONFIRM)


@pytest.mark.parametrize("name", ["rename_factor", "remove_factor"])
def test_somebody_elses_factor_does_not_exist(inside, device, name):
    theirs = TotpDeviceFactory(user=UserFactory())
    assert inside.post(address_of(name, theirs)).status_code == 404
    assert inside.get(reverse(f"accounts:{name}", args=["user", device.pk])).status_code == 404
