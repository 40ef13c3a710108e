"""A seeded portal's files, made once for each state of the code and each day."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.architecture.project import ROOTS
from tests.databases import CACHE, one_at_a_time

ROOT = Path(__file__).resolve().parents[2]
# Settings of the machine that would lead the portal out of its folder.
ELSEWHERE = {"DATABASE_URL", "REDIS_URL", "MEDIA_ROOT", "PRIVATE_ROOT", "PORT"}


def template():
    """The folder to copy: database, media and private files, as `make run` leaves them at first."""
    CACHE.mkdir(parents=True, exist_ok=True)
    folder = CACHE / f"seeded-{fingerprint()}"
    with one_at_a_time(CACHE / "seeded.lock"):
        if not folder.exists():
            for old in CACHE.glob("seeded-*"):
                shutil.rmtree(old)
            growing = CACHE / "growing"
            shutil.rmtree(growing, ignore_errors=True)
            growing.mkdir()
            subprocess.run(
                [sys.executable, "manage.py", "serve", "--prepare"],
                cwd=ROOT, env=environment(growing), check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
            growing.rename(folder)
    return folder


def fingerprint():
    """Of the code, which makes the data, and of the day, on which its dates depend."""
    digest = hashlib.sha256(date.today().isoformat().encode())
    for root in ROOTS:
        for path in sorted((ROOT / root).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def environment(folder):
    """The environment of a portal that keeps everything in that folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "VAR_DIR": str(folder),
        "FORM_MIN_SECONDS": "0",
    }


def mails(portal):
    """The outbox, newest first; what is still waiting has not been sent."""
    with closing(sqlite3.connect(portal.folder / "portal.sqlite3", timeout=20)) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT * FROM core_outboxmessage WHERE state = 'sent' ORDER BY id DESC")
        return [dict(row) for row in rows]
