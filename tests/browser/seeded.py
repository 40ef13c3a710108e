"""A seeded portal's files, made once for each state of the code and each day."""

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.architecture.project import ROOTS
from tests.databases import CACHE, one_at_a_time

ROOT = Path(__file__).resolve().parents[2]


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
            for command in ("migrate", "seed"):
                subprocess.run(
                    [sys.executable, "manage.py", command, "--verbosity", "0"],
                    cwd=ROOT, env=environment(growing), check=True,
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
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": f"{folder}/media",
        "PRIVATE_ROOT": f"{folder}/private",
    }
