"""Two invitations to one new address, accepted at the same moment."""

import threading
import time

import pytest
from django.db import connection, transaction
from django.test import Client

from members.accounts.models import User
from members.organisations import services
from members.organisations.models import Invitation, Membership
from portal.core.models import OutboxMessage
from tests.together import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time"),
]
WORDS = "Tolv gula pennor i hallen"


def links(world):
    """Two invitations to the same new address, for two organisations; each with the link of its mail."""
    found = []
    for organisation in (world.lindasa, world.norrvik):
        invitation = services.invite(
            email="ny@x.example", organisation=organisation, network=world.network, by=world.david
        )
        text = OutboxMessage.objects.order_by("pk").last().text
        found.append((invitation, "/valkommen/" + text.split("/valkommen/")[1].split()[0]))
    return found


def test_second_of_two_who_accept_at_once_is_told_that_the_account_exists(world):
    (first, _link), (second, link) = links(world)
    made = threading.Event()

    def accept_and_linger():
        with transaction.atomic():
            services.accept_as_new(invitation=first, name="Ny", password=WORDS, language="sv")
            made.set()
            time.sleep(1)

    def accept_meanwhile():
        made.wait(10)
        answer = Client().post(link, {"name": "Ny", "password": WORDS})
        return answer.status_code, answer.headers.get("Location")

    assert at_once([accept_and_linger, accept_meanwhile])[1] == (302, link)

    user = User.objects.get(email="ny@x.example")
    assert list(Membership.objects.filter(user=user).values_list("organisation", flat=True)) == [first.organisation_id]
    # The other is still open: whoever logs in accepts it.
    assert Invitation.objects.get(pk=second.pk).is_open
    services.accept_invitation(invitation=second, by=user)
    assert Membership.objects.filter(user=user).count() == 2
