"""A last membership that ends by its date alone ends the sessions too, once the day is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members.accounts.models import RememberedDevice, Session
from members.audit.models import Record
from members.organisations import services
from members.organisations.models import Membership
from tests.factories.organisations import MembershipFactory


def ends(person, *, days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    Membership.objects.filter(user=person).update(from_date=day - timedelta(days=9), to_date=day)


def logged_in(person, *, days_ago=0):
    now = timezone.now()
    return Session.objects.create(
        session_key=f"{person.pk}-{days_ago}", session_data="", user=person,
        begun_at=now - timedelta(days=days_ago), expire_date=now + timedelta(hours=6),
    )  # fmt: skip


@pytest.fixture
def bo_left(world):
    ends(world.bo, days_ago=1)
    return world.bo


def test_session_from_before_midnight_ends(client, world, login, bo_left):
    login(client, bo_left)
    Session.objects.filter(user=bo_left).update(begun_at=timezone.now() - timedelta(days=1))
    RememberedDevice.objects.create(user=bo_left, digest="x" * 64, expires_at=timezone.now() + timedelta(days=9))
    assert client.get("/konto/").status_code == 200

    assert services.end_sessions_of_ended() == 1

    assert client.get("/konto/").status_code == 302
    assert not Session.objects.filter(user=bo_left).exists()
    assert not RememberedDevice.objects.filter(user=bo_left).exists()
    record = Record.objects.get(action="organisations.end_sessions")
    assert (record.object_id, record.actor_id) == (str(bo_left.pk), "")
    assert services.end_sessions_of_ended() == 0


def test_whoever_logs_in_afterwards_stays(world, bo_left):
    logged_in(bo_left)
    ends(world.amina, days_ago=2)
    logged_in(world.amina, days_ago=1)
    assert services.end_sessions_of_ended() == 0
    assert Session.objects.count() == 2


def test_last_day_itself_is_theirs(world):
    ends(world.bo, days_ago=0)
    logged_in(world.bo, days_ago=1)
    assert services.end_sessions_of_ended() == 0


def test_whoever_takes_part_elsewhere_stays(world, bo_left):
    MembershipFactory(user=bo_left, organisation=world.norrvik, network=world.other)
    logged_in(bo_left, days_ago=1)
    assert services.end_sessions_of_ended() == 0


def test_whoever_left_long_ago_or_never_took_part_is_left_alone(world):
    ends(world.bo, days_ago=4)
    logged_in(world.bo, days_ago=4)
    logged_in(world.cecilia, days_ago=4)
    assert services.end_sessions_of_ended() == 0


def test_a_quiet_minute_costs_one_query(world, django_assert_num_queries):
    logged_in(world.amina)
    with django_assert_num_queries(1 + 2):  # and the transaction
        services.end_sessions_of_ended()
