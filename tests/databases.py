"""Migrated databases by the copy.

`migrate` on an empty database takes some twenty seconds. It runs once for each set of migrations;
the result is a template that each test process copies. On SQLite the template is a file in
.pytest_cache, on PostgreSQL a database beside the tests' own.
"""

import contextlib
import fcntl
import hashlib
import shutil
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections

from portal.core.caching import watching

CACHE = Path(__file__).resolve().parent.parent / ".pytest_cache" / "databases"


def own_copy(worker_id, tmp_path_factory):
    """Point Django's connection at a migrated database that is this process's alone."""
    CACHE.mkdir(parents=True, exist_ok=True)
    kind = SQLite if connection.vendor == "sqlite" else PostgreSQL
    database = kind(migrations_hash(), worker_id, tmp_path_factory)
    with one_at_a_time(CACHE / f"{connection.vendor}.lock"):
        database.ensure_template()
    database.restore()
    return database


def migrations_hash():
    """Changes with every migration of every installed app, and with what an app of ours does after them."""
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for path in [*sorted(Path(app.path, "migrations").glob("*.py")), *afterwards(Path(app.path))]:
            digest.update(f"{app.label}/{path.name}\0".encode())
            digest.update(path.read_bytes() if path.is_file() else b"")
    digest.update(repr(watching.watched()).encode() + repr(watching.SQL).encode())
    return digest.hexdigest()[:16]


def afterwards(folder):
    """The files that may write after migrating: apps.py, when it listens to post_migrate, and the services."""
    wiring = folder / "apps.py"
    if not wiring.exists() or "post_migrate" not in wiring.read_text():
        return []
    return [wiring, *sorted(folder.glob("services*")), *sorted(folder.glob("services/*.py"))]


@contextlib.contextmanager
def one_at_a_time(path):
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def point_at(name):
    connections.close_all()
    connection.settings_dict["NAME"] = str(name)


def migrate():
    call_command("migrate", verbosity=0, interactive=False)


class SQLite:
    def __init__(self, key, worker_id, tmp_path_factory):
        self.template = CACHE / f"{key}.sqlite3"
        self.own = tmp_path_factory.mktemp("database") / f"{worker_id}.sqlite3"

    def ensure_template(self):
        if self.template.exists():
            return
        for old in CACHE.glob("*.sqlite3*"):
            old.unlink()
        growing = self.template.with_suffix(".growing.sqlite3")
        point_at(growing)
        migrate()
        connections.close_all()
        growing.rename(self.template)

    def restore(self):
        point_at(self.own)
        self.remove()
        shutil.copyfile(self.template, self.own)

    def remove(self):
        connections.close_all()
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{self.own}{suffix}").unlink(missing_ok=True)


class PostgreSQL:
    def __init__(self, key, worker_id, _tmp_path_factory):
        self.template = f"portal_template_{key}"
        self.own = f"portal_test_{worker_id}"

    def ensure_template(self):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'portal\\_template\\_%'")
            found = {name for (name,) in cursor.fetchall()}
            if self.template in found:
                return
            growing = f"{self.template}_growing"
            for old in found:
                cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
            cursor.execute(f"CREATE DATABASE \"{growing}\" ENCODING 'UTF8' TEMPLATE template0")
            point_at(growing)
            migrate()
            connections.close_all()
            cursor.execute(f'ALTER DATABASE "{growing}" RENAME TO "{self.template}"')

    def restore(self):
        self.remove()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.own}" TEMPLATE "{self.template}"')
        point_at(self.own)

    def remove(self):
        connections.close_all()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.own}" WITH (FORCE)')
