"""Read settings from environment variables, with the name of the variable in every error."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# On a solid-state disk a page out of order costs hardly more than the next one (PostgreSQL's manual, "Planner cost
# constants"). With the factor of 4 meant for spinning disks, a search reads the whole index table, in twice the time.
POSTGRESQL_OPTIONS = {"options": "-c random_page_cost=1.1"}
SQLITE_OPTIONS = {
    # A writer takes its lock at BEGIN, so that two of them wait for each other instead of failing midway.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
}


def text(name, default=""):
    """Return the variable's text, or the default when it is unset or empty."""
    return os.environ.get(name) or default


def flag(name, default=False):
    """Return the variable as a boolean; raises ImproperlyConfigured for anything but yes/no words."""
    raw = os.environ.get(name, "").strip().lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {raw!r}.")


def number(name, default):
    """Return the variable as an int; raises ImproperlyConfigured when it is not one."""
    raw = os.environ.get(name, "").strip()
    if not raw:
        return default
    try:
        return int(raw)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.") from error


def words(name, default=()):
    """Return the variable as a list, split at commas."""
    raw = os.environ.get(name, "")
    return [word.strip() for word in raw.split(",") if word.strip()] or list(default)


def database(name, default_path: Path):
    """Return Django's DATABASES entry for an address such as postgresql://user:pass@host/db.

    Without the variable the answer is SQLite in `default_path`. A socket folder can be given as
    `postgresql:///db?host=/run/postgresql`. Raises ImproperlyConfigured for other schemes.
    """
    address = os.environ.get(name, "")
    if not address:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": default_path, "OPTIONS": dict(SQLITE_OPTIONS)}
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:] if parts.path.startswith("//") else parts.path,
            "OPTIONS": dict(SQLITE_OPTIONS),
        }
    if parts.scheme in {"postgres", "postgresql"}:
        query = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or query.pop("user", "")),
            "PASSWORD": unquote(parts.password or query.pop("password", "")),
            "HOST": parts.hostname or query.pop("host", ""),
            "PORT": str(parts.port or query.pop("port", "")),
            "OPTIONS": POSTGRESQL_OPTIONS | query,
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured(f"{name}: unknown database scheme {parts.scheme!r}.")
