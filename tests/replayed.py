"""What nearly every test stands on is built once in each process; its rows are laid down again for the next test.

Building with factories goes through every signal, which takes twenty times as long as the rows themselves. A built
thing is kept for a day, since the cast's dates follow today's. Its moments are moved to now. Where a row is in the
way, because the test has made something before, it is built anew.
"""

import datetime
import functools
import pickle
import re
from dataclasses import dataclass

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from factory import Factory
from wagtail.models import Site

from portal.core.models import ContentVersion

#: Written by triggers, which see the rows come.
TRIGGERED = re.compile(rf"{ContentVersion._meta.db_table}|\w+_fts")
#: What is built for keeping has numbers of its own, so that it stands in nobody's way.
ROOM = 1000


class Replayed:
    """Call it for what `build` returns, with its rows in the database."""

    made = 0

    def __init__(self, build):
        self.build = build
        self.kept = {}

    def __call__(self):
        """Lay the rows down, or build and keep them; returns objects that no other test has touched."""
        today = timezone.localdate()
        if today not in self.kept:
            Replayed.made += 1
            leave_room(Replayed.made * ROOM)
            self.kept[today] = keep(self.build)
            return self.kept[today].thing()
        try:
            with transaction.atomic():
                self.kept[today].lay()
        except (DatabaseError, StandsOnSomethingElse):
            return self.build()
        return self.kept[today].thing()


class StandsOnSomethingElse(Exception):
    """A row that was changed by building is another one in this test."""


@dataclass
class Kept:
    pickled: bytes
    began_at: datetime.datetime
    ended_at: datetime.datetime
    inserted: dict  # {table: rows}
    changed: dict  # {table: [(before, after)]}
    columns: dict  # {table: names}
    sequences: dict  # {kind of factory: its next number}

    def thing(self):
        return pickle.loads(self.pickled)

    def lay(self):
        later = timezone.now() - self.began_at
        with connection.cursor() as cursor:
            for table, rows in self.changed.items():
                for before, after in rows:
                    self._change(cursor, table, before, self._moved(after, later))
            for table, rows in self.inserted.items():
                self._insert(cursor, table, [self._moved(row, later) for row in rows])
        pass_over(self.inserted)
        Site.clear_site_root_paths_cache()
        for kind, number in self.sequences.items():
            kind._meta._counter.seq = max(kind._meta._counter.seq, number)

    def _insert(self, cursor, table, rows):
        quote = connection.ops.quote_name
        names = ", ".join(map(quote, self.columns[table]))
        places = ", ".join([f"({', '.join(['%s'] * len(self.columns[table]))})"] * len(rows))
        values = [value for row in rows for value in row]
        cursor.execute(f"INSERT INTO {quote(table)} ({names}) VALUES {places}", values)

    def _change(self, cursor, table, before, after):
        quote = connection.ops.quote_name
        key = quote(self.columns[table][0])
        cursor.execute(f"SELECT * FROM {quote(table)} WHERE {key} = %s", [before[0]])
        if cursor.fetchone() != before:
            raise StandsOnSomethingElse
        names = ", ".join(f"{quote(name)} = %s" for name in self.columns[table])
        cursor.execute(f"UPDATE {quote(table)} SET {names} WHERE {key} = %s", [*after, before[0]])

    def _moved(self, row, later):
        return tuple(value + later if self._is_of_the_building(value) else value for value in row)

    def _is_of_the_building(self, value):
        if not isinstance(value, datetime.datetime):
            return False
        moment = value if timezone.is_aware(value) else value.replace(tzinfo=datetime.UTC)
        return self.began_at <= moment <= self.ended_at


def keep(build):
    """Build it, and keep what has changed in the database."""
    before, _columns = everything()
    began_at = timezone.now()
    thing = build()
    ended_at = timezone.now()
    after, columns = everything()
    inserted, changed = {}, {}
    for table, rows in after.items():
        old = before[table]
        if new := [row for key, row in rows.items() if key not in old]:
            inserted[table] = new
        if other := [(old[key], row) for key, row in rows.items() if key in old and old[key] != row]:
            changed[table] = other
    sequences = {kind: kind._meta._counter.seq for kind in factories() if kind._meta._counter}
    return Kept(pickle.dumps(thing), began_at, ended_at, inserted, changed, columns, sequences)


def everything():
    """Return {table: {first column: row}} and {table: names of columns}, of all models' tables."""
    rows, columns = {}, {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            if TRIGGERED.fullmatch(table):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns[table] = [column[0] for column in cursor.description]
            rows[table] = {row[0]: row for row in cursor.fetchall()}
    return rows, columns


def leave_room(number):
    """Let all tables count from there."""
    if connection.vendor != "sqlite":
        ask_sequences(dict.fromkeys(sequences(), number))
        return
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s)", [number])
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT name, %s FROM sqlite_master"
            " WHERE type = 'table' AND sql LIKE '%%AUTOINCREMENT%%' AND name NOT IN (SELECT name FROM sqlite_sequence)",
            [number],
        )


def pass_over(inserted):
    """Let no number be given out that has been laid down; on SQLite the rows themselves see to that."""
    if connection.vendor != "sqlite":
        ask_sequences({table: max(row[0] for row in rows) for table, rows in inserted.items() if table in sequences()})


def ask_sequences(numbers):
    """Let PostgreSQL's sequences go on after these numbers, never back."""
    with connection.cursor() as cursor:
        for table, number in numbers.items():
            name = sequences()[table]
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"SELECT setval(%s, GREATEST(%s, last_value)) FROM {quoted}", [quoted, number])


@functools.cache
def sequences():
    """Return {table: the name of its sequence} of all models' tables on PostgreSQL."""
    return {row["table"]: row["name"] for row in connection.introspection.sequence_list() if row["column"] == "id"}


def factories(base=Factory):
    """Every factory of a model."""
    for each in base.__subclasses__():
        if not each._meta.abstract:
            yield each
        yield from factories(each)
