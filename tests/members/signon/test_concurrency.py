"""Two at the same moment."""

import pytest
from django.db import connection

from members.signon import services
from members.signon.models import Identity
from tests import cast
from tests.factories.signon import ProviderFactory
from tests.together import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def outcome(action):
    try:
        return action()
    except services.BelongsToAnother:
        return None


def test_one_identity_opens_one_account():
    world = cast.build()
    provider = ProviderFactory(organisation=world.lindasa)
    who = {"provider": provider, "issuer": provider.issuer, "subject": "anna-17"}
    jobs = [
        lambda person=person: outcome(lambda: services.link_identity(by=person, **who))
        for person in (world.amina, world.bo)
    ]
    linked = [identity for identity in at_once(jobs) if identity is not None]
    assert linked == [Identity.objects.get()]


def test_person_who_presses_twice_is_linked_once():
    world = cast.build()
    provider = ProviderFactory(organisation=world.lindasa)
    who = {"provider": provider, "issuer": provider.issuer, "subject": "anna-17", "by": world.bo}
    assert len({identity.pk for identity in at_once([lambda: services.link_identity(**who)] * 4)}) == 1
