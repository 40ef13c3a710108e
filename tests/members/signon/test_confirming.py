"""Somebody whose factors are all gone, and whose organisation vouches, shows there that it is still them."""

import time

import pytest
import time_machine
from django.urls import reverse

from members.accounts.services import start_anew, vouch
from members.audit.models import Record
from members.signon.services.exchange import LEEWAY
from tests.factories.accounts import TotpDeviceFactory
from tests.members.accounts.conftest import code_of
from tests.members.signon.journey import came_back, reason_of, whole_way

ENROL, CONFIRM, BEGIN = (reverse(name) for name in ("accounts:enrol", "accounts:confirm", "signon:begin_confirm"))
DATA = reverse("accounts:my_data")


@pytest.fixture
def bo(world, provider, identity):
    """Bo has begun anew, set nothing up, and comes in by way of an organisation that vouches."""
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    reset = vouch(person=world.bo, by=world.amina, tell=[])
    with time_machine.travel(reset.opens_at):
        start_anew(by=world.bo)
    return world.bo


@pytest.fixture
def inside(client, bo, provider):
    whole_way(client, provider)
    assert client.get(reverse("accounts:account")).status_code == 200
    return client


def confirmed(client, provider, next_path=""):
    return came_back(client, provider.local.authorize(client.get(BEGIN, {"next": next_path})["Location"]))


def test_person_without_a_factor_is_led_to_the_organisation(inside, provider):
    assert inside.get(DATA)["Location"].startswith(CONFIRM)
    page = inside.get(inside.get(DATA)["Location"]).content.decode()
    assert f'href="{BEGIN}?next={DATA}"' in page
    assert 'name="code"' not in page


def test_organisation_is_asked_to_ask_again_and_then_it_is_fresh(inside, provider, bo):
    answer = confirmed(inside, provider, DATA)
    asked = provider.local.asked[-1]
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    assert answer["Location"] == DATA
    assert inside.get(DATA).status_code == 200
    assert Record.objects.get(action="signon.confirm").actor_id == str(bo.pk)


def test_person_sets_up_an_app_and_shows_that_one_from_then_on(inside, provider, bo):
    confirmed(inside, provider)
    inside.get(ENROL)
    app = bo.totp_devices.get()
    assert inside.post(ENROL, {"code": code_of(app)})["Location"] == reverse("accounts:recovery_codes")
    with time_machine.travel(time.time() + 16 * 60):
        assert 'name="code"' in inside.get(CONFIRM).content.decode()
        assert inside.get(BEGIN)["Location"] == CONFIRM


def test_it_is_over_after_a_quarter_of_an_hour(inside, provider):
    confirmed(inside, provider)
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.get(DATA)["Location"].startswith(CONFIRM)


@pytest.mark.parametrize(
    "changed",
    [
        {"auth_time": None},
        {"auth_time": True},
        {"auth_time": "1"},
        {"auth_time": time.time() - 3600},
        {"auth_time": time.time() + 10 * LEEWAY},
        {"amr": ["pwd"]},
    ],
    ids=["not said", "no number", "a text", "an hour ago", "to come", "one factor"],
)
def test_answer_that_does_not_say_so_is_refused(inside, provider, changed):
    provider.local.changed = {"amr": ["mfa"], **changed}
    answer = confirmed(inside, provider, DATA)
    assert reason_of(answer) in ("inte-pa-nytt", "fel-svar")
    assert (
        "Logga i stället ut" in inside.get("/logga-in/organisation/det-gick-inte/?varfor=inte-pa-nytt").content.decode()
    )
    assert inside.get(DATA)["Location"].startswith(CONFIRM)


def test_somebody_else_at_the_organisation_confirms_nothing(inside, provider):
    provider.local.subject = "en-kollega"
    assert reason_of(confirmed(inside, provider, DATA)) == "fel-svar"
    assert inside.get(DATA)["Location"].startswith(CONFIRM)


def test_answer_counts_for_the_person_who_set_out(inside, provider):
    back = provider.local.authorize(inside.get(BEGIN)["Location"])
    inside.post(reverse("accounts:log_out"))
    assert reason_of(came_back(inside, back)) == "borja-om"


def test_person_with_a_factor_here_shows_that_one(client, world, provider, identity):
    """What one logs in with is not the organisation's to change."""
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    TotpDeviceFactory(user=world.bo)
    whole_way(client, provider)
    assert 'name="code"' in client.get(CONFIRM).content.decode()
    assert client.get(BEGIN)["Location"] == CONFIRM


def test_stranger_confirms_nothing(client, db):
    assert client.get(BEGIN)["Location"].startswith(reverse("accounts:login"))
