"""Whoever owns an account always has the time to stop what somebody else has vouched for."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from members.accounts.models import LoginPolicy
from tests.conftest import confirm

POLICY = reverse("accounts_policy")


@pytest.mark.parametrize("hours", ["0", "-1", "337", ""])
def test_waiting_time_is_an_hour_to_a_fortnight(client, login, world, hours):
    confirm(login(client, world.fredrik))
    answer = client.post(POLICY, {"waiting_hours": hours})
    assert answer.context["form"].errors["waiting_hours"]
    assert not LoginPolicy.objects.exists()
    client.post(POLICY, {"waiting_hours": "1"})
    assert LoginPolicy.today().waiting_hours == 1


def test_database_refuses_none_at_all(db):
    with pytest.raises(IntegrityError):
        LoginPolicy.objects.create(pk=1, waiting_hours=0)
