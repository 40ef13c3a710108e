"""An administrator gives roles: to whoever has just shown a code, and not to whoever finds the screen open."""

import pytest
from django.urls import reverse

from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership
from tests.members.organisations.conftest import confirmed

CONFIRM = reverse("accounts:confirm")


def adding(model):
    return reverse(f"wagtailsnippets_organisations_{model}:add")


@pytest.fixture
def fredrik(client, login, world):
    return login(client, world.fredrik)


def test_open_screen_makes_nobody_an_administrator(fredrik, world):
    data = {"email": "jag@annanstans.example", "name": "", "organisation": world.lindasa.pk, "role": Role.ADMINISTRATOR}
    for model, fields in [("invitation", data), ("membership", {**data, "user": world.bo.pk})]:
        assert fredrik.get(adding(model))["Location"].startswith(CONFIRM)
        assert fredrik.post(adding(model), fields)["Location"].startswith(CONFIRM)
    assert not Invitation.objects.exists()
    assert not Membership.objects.filter(role=Role.ADMINISTRATOR).exclude(user=world.fredrik).exists()


def test_code_opens_the_form_that_was_asked_for(fredrik, world):
    assert fredrik.get(adding("invitation"))["Location"].endswith(f"next={adding('invitation').replace('/', '%2F')}")
    confirmed(fredrik)
    data = {"email": "ny@redaktion.example", "name": "", "organisation": world.lindasa.pk, "role": Role.EDITOR}
    assert fredrik.get(adding("invitation")).status_code == 200
    fredrik.post(adding("invitation"), data)
    assert Invitation.objects.get().role == Role.EDITOR


def test_coordinator_invites_to_take_part_without_a_code(client, login, world):
    assert login(client, world.david).get(adding("invitation")).status_code == 200
