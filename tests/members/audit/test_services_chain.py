"""The chain of the record: what is done to it behind the portal's back is found."""

import importlib
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from members.audit import services
from members.audit.models import Anchor, Check, Link, Record
from members.audit.services import record
from tests.factories.accounts import UserFactory
from tests.together import at_once

TABLES = ("audit_record", "audit_link", "audit_anchor")


@pytest.fixture
def amina(db):
    """One person alone: the whole cast comes with records of its own."""
    return UserFactory()


@pytest.fixture
def chained(amina):
    """Five records in their places."""
    records = [record(action=f"forum.number_{number}", by=amina) for number in range(5)]
    assert services.seal() == 5
    return records


@pytest.fixture
def behind_our_back(db):
    """Run SQL with the database's own guards taken away, as somebody who owns the database could."""

    def run(sql, *values):
        with connection.cursor() as cursor:
            for table in TABLES:
                on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only{on_table}")
            cursor.execute(sql, values)

    return run


def test_each_link_holds_the_digest_of_the_one_before(chained):
    links = list(Link.objects.order_by("number"))
    assert [link.number for link in links] == [1, 2, 3, 4, 5]
    assert [link.record_id for link in links] == [written.pk for written in chained]
    assert [link.previous for link in links] == [services.GENESIS, *(link.digest for link in links[:-1])]


def test_whole_chain_is_found_whole(chained):
    record(action="forum.one_more")
    verdict = services.verify()
    assert (verdict.fault, verdict.records, verdict.number) == ("", 6, 6)
    assert Check.objects.get().is_whole


def test_sealing_again_seals_nothing(chained):
    assert services.seal() == 0
    assert services.seal_recent() == 0


def test_sealing_each_minute_looks_a_day_back(db):
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
        record(action="forum.long_ago")
    record(action="forum.now")
    assert services.seal_recent() == 1
    assert services.seal() == 1


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE audit_record SET action = 'annat' WHERE id = %s", "record {pk} of link 3 has been changed"),
        ("UPDATE audit_record SET actor_id = '' WHERE id = %s", "record {pk} of link 3 has been changed"),
        ("DELETE FROM audit_record WHERE id = %s", "record {pk} of link 3 is missing"),
        ("DELETE FROM audit_link WHERE record_id = %s", "link 3 is missing"),
        ("UPDATE audit_link SET previous = '' WHERE record_id = %s", "link 3 does not follow the one before"),
    ],
)
def test_meddling_is_found(chained, behind_our_back, sql, fault, caplog):
    pk = chained[2].pk
    services.verify()
    behind_our_back(sql, pk)

    # Sealing again would give the record of a removed link a new place, at the end.
    assert services.verify().fault == fault.format(pk=pk)
    assert "The record's chain is broken" in caplog.text
    assert not Check.objects.first().is_whole


def test_chain_cut_short_is_found(chained, behind_our_back):
    services.verify()
    behind_our_back("DELETE FROM audit_record WHERE id >= %s", chained[3].pk)
    behind_our_back("DELETE FROM audit_link WHERE number >= %s", 4)
    assert services.verify().fault == "the chain ends at 3, but has been as long as 5"


def test_chain_made_anew_is_found_by_what_was_noted_outside(chained, behind_our_back, capsys):
    call_command("verify_record")
    noted = capsys.readouterr().out.split()[-1]
    behind_our_back("UPDATE audit_record SET action = 'annat' WHERE id = %s", chained[0].pk)
    behind_our_back("DELETE FROM audit_link")
    behind_our_back("DELETE FROM audit_check")

    call_command("verify_record")
    with pytest.raises(CommandError, match="link 5 is another than it was"):
        call_command("verify_record", "--expect", noted)


def test_command_says_where_the_chain_ends(chained, capsys):
    call_command("verify_record")
    end = Link.objects.order_by("number").last()
    assert capsys.readouterr().out == f"The chain is whole: 5 record(s).\nIt ends in 5:{end.digest}\n"


def test_command_refuses_what_it_did_not_print(db):
    with pytest.raises(CommandError, match="as verify_record printed it"):
        call_command("verify_record", "--expect", "5")


def test_chain_is_verified_once_a_day(chained):
    assert services.verify_daily().records == 5
    assert services.verify_daily() is None
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert services.verify_daily().records == 5


def test_purge_keeps_what_is_young_and_the_chain_whole(chained, settings):
    settings.AUDIT_RETENTION_DAYS = 30
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        young = record(action="forum.young")
        services.verify()
        end = Link.objects.get(number=5).digest

        assert services.purge() == 5

        assert (Anchor.objects.get().number, Anchor.objects.get().digest, Anchor.objects.get().records) == (5, end, 5)
        assert list(Record.objects.order_by("pk").values_list("action", flat=True)) == [young.action, "audit.purge"]
        verdict = services.verify()
        assert (verdict.fault, verdict.records, verdict.number) == ("", 2, 7)
        assert services.purge() == 0


def test_purge_of_everything_leaves_an_anchor_to_go_on_from(chained, settings):
    settings.AUDIT_RETENTION_DAYS = 30
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert services.purge() == 5
        assert services.verify().number == 6


def test_purge_stops_at_the_first_record_that_stays(db, settings):
    """One that was sealed late, behind younger ones, waits for them."""
    settings.AUDIT_RETENTION_DAYS = 30
    record(action="forum.young")
    services.seal()
    with time_machine.travel(timezone.now() - timedelta(days=31), tick=False):
        record(action="forum.old_but_late")
    assert services.purge() == 0
    assert Record.objects.count() == 2


def test_anchor_is_held_against_the_last_check(chained, settings, behind_our_back):
    settings.AUDIT_RETENTION_DAYS = 30
    services.verify()
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        services.purge()
        Check.objects.create(number=5, digest=Anchor.objects.get().digest)
        behind_our_back("UPDATE audit_anchor SET digest = 'annat'")
        behind_our_back("DELETE FROM audit_link")
        assert services.verify().fault == "the anchor 5 is another than it was"


@pytest.mark.parametrize("table", TABLES)
def test_database_refuses_changes_to_all_three(chained, table):
    Anchor.objects.create(number=0, digest="", records=0)
    column = "action" if table == "audit_record" else "digest"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = 'annat'")


def test_database_refuses_removal_once_the_purge_is_done(chained, settings):
    settings.AUDIT_RETENTION_DAYS = 0
    assert services.purge() >= 5
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM audit_record")


def test_links_are_not_changed_or_removed_by_hand(chained):
    for attempt in (Link.objects.all().delete, lambda: Link.objects.update(digest="")):
        with pytest.raises(TypeError):
            attempt()


def test_records_from_before_the_chain_are_chained_by_the_migration(amina):
    for number in range(3):
        record(action=f"forum.number_{number}", by=amina, fields=["åäö", "is_locked"])
    importlib.import_module("members.audit.migrations.0005_chains_what_there_is").chain(apps, None)
    verdict = services.verify()
    assert (verdict.fault, verdict.records) == ("", 3)


def test_chain_reads_as_it_was_written(amina):
    """Times, letters and lists come back from the database as they went in."""
    with time_machine.travel("2026-10-25T00:30:00.120+02:00", tick=False):
        written = record(action="forum.åäö", by=amina, fields=["a", "ö"])
    services.seal()
    link = Link.objects.get()
    assert services.digest_of(written, 1, services.GENESIS) == link.digest
    assert services.digest_of(Record.objects.get(), 1, services.GENESIS) == link.digest


def test_sealing_many_times_at_once_gives_one_chain(transactional_db):
    jobs = []
    for number in range(4):
        jobs += [lambda number=number: record(action=f"forum.number_{number}"), services.seal]
    at_once(jobs)
    assert services.verify().fault == ""
    assert Link.objects.count() == Record.objects.count() == 4
