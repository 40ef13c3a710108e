"""An administrator vouches for somebody whom no network's list shows."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from members.accounts.models import FactorReset
from members.audit.models import Record


def address_of(person):
    return reverse("vouch_for_account", args=[person.pk])


@pytest.fixture
def fredrik(world, login):
    """The administrator's browser, a code just shown."""
    browser = login(Client(), world.fredrik)
    session = browser.session
    session["confirmed_at"] = int(time.time())
    session.save()
    return browser


@pytest.mark.parametrize("name", ["eva", "david", "bo", "johan"])
def test_administrator_vouches_for_anybody_from_their_account(
    world, fredrik, name, mailoutbox, django_capture_on_commit_callbacks
):
    person = world.people[name]
    assert address_of(person) in fredrik.get(reverse("wagtailusers_users:edit", args=[person.pk])).content.decode()
    assert f"Gå i god för {person.name}" in fredrik.get(address_of(person)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = fredrik.post(address_of(person))
    assert answer["Location"] == reverse("wagtailusers_users:edit", args=[person.pk])
    assert FactorReset.objects.get().user == person
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([person.email, world.fredrik.email])
    assert Record.objects.get(action="accounts.vouch").actor_id == str(world.fredrik.pk)


def test_nobody_vouches_for_themselves(world, fredrik):
    edit = fredrik.get(reverse("wagtailusers_users:edit", args=[world.fredrik.pk]))
    assert "Har tappat telefonen" not in edit.content.decode()
    fredrik.post(address_of(world.fredrik))
    assert not FactorReset.objects.exists()


def test_closed_account_is_vouched_for_by_nobody(world, fredrik):
    world.eva.is_active = False
    world.eva.save()
    fredrik.post(address_of(world.eva))
    assert not FactorReset.objects.exists()


def test_code_is_asked_for_first(world, login, client):
    answer = login(client, world.fredrik).post(address_of(world.eva))
    assert answer["Location"].startswith(reverse("accounts:confirm"))
    assert not FactorReset.objects.exists()


def test_coordinator_has_no_way_there(world, login, client):
    login(client, world.david).post(address_of(world.bo))
    assert not FactorReset.objects.exists()
