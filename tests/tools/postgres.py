"""Run a command against a PostgreSQL cluster of its own, gone when the command ends.

    python tests/tools/postgres.py -- pytest …
    python tests/tools/postgres.py --find       # prints where the binaries are, or fails

The cluster lies in a temporary folder, listens on a socket there and nowhere else, and trades
durability for speed. PostgreSQL refuses to run as root, so root hands it to an ordinary user.
With TEST_DATABASE_URL set the command uses that server instead and none is started.
"""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

OWNER = "portal"
LEAVE_ROOT_TO = ("postgres", "nobody")
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "max_locks_per_transaction": "256",
    "shared_buffers": "256MB",
    "jit": "off",
}


def find_binaries():
    """The folder of the newest initdb, or None. Debian keeps it off the PATH."""
    debian = Path("/usr/lib/postgresql")
    versions = [
        folder / "bin"
        for folder in debian.glob("*")
        if re.fullmatch(r"\d+", folder.name) and (folder / "bin" / "initdb").exists()
    ]
    if versions:
        return max(versions, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def ordinary_user():
    """Whom root runs the server as: keywords for subprocess, empty when we are not root."""
    if os.geteuid() != 0:
        return {}
    for name in LEAVE_ROOT_TO:
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    sys.exit(f"PostgreSQL does not run as root, and none of {LEAVE_ROOT_TO} exists.")


@contextlib.contextmanager
def cluster():
    """A running cluster; gives its DATABASE_URL."""
    binaries = find_binaries()
    if binaries is None:
        sys.exit("PostgreSQL was not found. On Debian: apt-get install postgresql")
    who = ordinary_user()
    # A short path: a socket's may have 107 characters at most.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    data, log = folder / "data", folder / "log"
    server = None
    try:
        if who:
            os.chown(folder, who["user"], who["group"])
        subprocess.run(
            [binaries / "initdb", "--pgdata", data, "--username", OWNER, "--auth", "trust",
             "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
            check=True, stdout=subprocess.DEVNULL, cwd=folder, **who,
        )  # fmt: skip
        options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        with log.open("wb") as output:
            # In a session of its own: Ctrl-C is for the tests, which need the server to end well.
            server = subprocess.Popen(
                [binaries / "postgres", "-D", data, "-k", folder, *options],
                stdout=output, stderr=output, cwd=folder, start_new_session=True, **who,
            )  # fmt: skip
        ready = [binaries / "pg_isready", "--quiet", "--host", folder, "--username", OWNER]
        for _attempt in range(300):
            if subprocess.run([*ready, "--timeout", "1"], check=False).returncode == 0:
                break
            if server.poll() is not None:
                sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(0.1)
        else:
            sys.exit(f"PostgreSQL was not ready in time:\n{log.read_text()}")
        yield f"postgres://{OWNER}@/postgres?host={folder}"
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGQUIT)  # nothing in it is to be kept
            server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments):
    if arguments == ["--find"]:
        binaries = find_binaries()
        print(binaries or "")
        return 0 if binaries else 1
    if arguments[:1] != ["--"] or len(arguments) < 2:
        sys.exit(__doc__)
    # A terminated run ends like an interrupted one: through the finally that stops the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    given = os.environ.get("TEST_DATABASE_URL")
    with contextlib.nullcontext(given) if given else cluster() as url:
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(arguments[1:], check=False, env=environment).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
