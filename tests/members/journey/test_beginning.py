"""What a contact person has to do at the beginning."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.organisations.enums import Role
from tests.factories.needs import InventoryFactory
from tests.factories.organisations import MembershipFactory

pytestmark = pytest.mark.django_db


def rows(client, user, login):
    return [row.is_done for row in login(client, user).get(reverse("journey:start")).context["beginning"]]


def test_contact_person_sees_what_is_left_until_all_is_done(client, world, login):
    assert rows(client, world.amina, login) == [True, False, False]
    assert "Bjud gärna in en kontaktperson till" in client.get(reverse("journey:start")).content.decode()

    MembershipFactory(network=world.network, organisation=world.lindasa, role=Role.CONTACT_PERSON)
    InventoryFactory(network=world.network, organisation=world.lindasa, edit_number=2)
    assert rows(client, world.amina, login) == []


def test_others_do_not_see_it(client, world, login):
    assert rows(client, world.bo, login) == []


def test_words_of_the_application_count_as_unread(client, world, login):
    InventoryFactory(network=world.network, organisation=world.lindasa, edit_number=1)
    assert rows(client, world.amina, login)[2] is False


def test_list_goes_after_the_first_months(client, world, login):
    world.amina.memberships.update(from_date=timezone.localdate() - datetime.timedelta(days=90))
    assert rows(client, world.amina, login) == []
