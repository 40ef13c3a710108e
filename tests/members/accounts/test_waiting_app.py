"""An app that was begun and never connected: its key has been seen, and must not be the one of a later day."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import TotpDevice
from tests.factories.accounts import TotpDeviceFactory

ENROL = reverse("accounts:enrol")


def test_key_that_was_seen_within_the_hour_stays(amina):
    begun = services.begin_enrolment(by=amina)
    assert services.begin_enrolment(by=amina) == begun


def test_key_that_somebody_saw_another_day_is_never_offered_again(inside, amina):
    seen = services.begin_enrolment(by=amina)
    TotpDevice.objects.filter(pk=seen.pk).update(created_at=timezone.now() - datetime.timedelta(minutes=61))
    page = inside.get(ENROL).content.decode()
    new = amina.totp_devices.get(confirmed=False)
    assert new.secret != seen.secret
    assert seen.secret[:4] not in page
    assert new.secret[:4] in page


@pytest.mark.parametrize("change", ["password", "sessions", "removed"])
def test_key_that_was_seen_goes_with_what_shuts_others_out(amina, device, change):
    services.begin_enrolment(by=amina)
    if change == "password":
        services.set_password(user=amina, password="tolv gröna lyktor vid ån", by=amina)
    elif change == "sessions":
        services.end_all_sessions(by=amina)
    else:
        TotpDeviceFactory(user=amina)
        services.remove_factor(device=device, by=amina)
    assert not amina.totp_devices.filter(confirmed=False).exists()
