"""What these tests stand on."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def seeded_once(django_db_setup, django_db_blocker):
    """The seed's rows for all of a module's tests; each of them works in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(seeded_once, db):
    """A freshly seeded portal."""
