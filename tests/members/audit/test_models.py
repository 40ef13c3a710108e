"""The record is append-only: in Python, and in the database itself."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction

from members.audit.models import Record
from members.audit.services import record


@pytest.fixture
def written(world):
    return record(action="organisations.end_membership", by=world.amina, obj=world.network, network=world.network)


def test_record_holds_ids_and_no_names(world, written):
    assert (written.actor_id, written.actor_label) == (str(world.amina.pk), f"#{world.amina.pk}")
    assert written.object_label == f"nätverk {world.network.pk}"
    assert written.network_id == str(world.network.pk)
    assert "Amina" not in str(Record.objects.values().get(pk=written.pk))
    assert str(written).endswith("organisations.end_membership")


def test_portal_itself_is_nobody(db):
    written = record(action="portal.clean")
    assert (written.actor_id, written.object_id, written.network_id) == ("", "", "")


def test_record_is_not_changed_or_removed(written):
    for attempt in (
        written.save,
        written.delete,
        Record.objects.all().delete,
        lambda: Record.objects.update(action="annat"),
    ):
        with pytest.raises(TypeError):
            attempt()


def test_database_refuses_a_change(written):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_record SET action = 'annat'")


def test_database_refuses_a_removal_where_it_can(written):
    """SQLite empties tables by DELETE, so there the model alone refuses; PostgreSQL has TRUNCATE for that."""
    refused = False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM audit_record")
    except DatabaseError:
        refused = True

    assert refused == (connection.vendor == "postgresql")
    assert Record.objects.filter(pk=written.pk).exists() == refused


def test_record_is_seen_by_administrators_alone(world, written):
    seeing = [name for name in world.people if Record.objects.visible_to(world.fresh(name)).exists()]
    assert seeing == ["fredrik"]
    assert not Record.objects.visible_to(AnonymousUser()).exists()
