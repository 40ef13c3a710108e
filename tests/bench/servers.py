"""gunicorn with two sync workers, and how much processor time it and PostgreSQL have used."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.db import connection

WORKERS = 2


class Server:
    """One running portal."""

    def __init__(self, **environment):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.used = {}  # process: seconds; what a connection that has been closed since had used still counts
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{self.port}"),
                *("--workers", str(WORKERS), "--worker-class", "sync", "--log-level", "warning", "--no-control-socket"),
            ],
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.bench.settings"} | environment,
        )
        self.wait()

    def wait(self):
        """Until it answers."""
        for _attempt in range(300):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            time.sleep(0.1)
        raise SystemExit("gunicorn did not start")

    def get(self, path, **headers):
        """Return (status, headers, body)."""
        link = http.client.HTTPConnection("localhost", self.port, timeout=60)
        link.request("GET", path, headers={"Accept-Encoding": "gzip"} | headers)
        response = link.getresponse()
        answer = response.status, response.headers, response.read()
        link.close()
        return answer

    def workers(self):
        """The process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def cpu(self):
        """Seconds of the processor that the workers and PostgreSQL have used so far."""
        for pid in [*self.workers(), *_postgres()]:
            self.used[pid] = max(_cpu(pid), self.used.get(pid, 0))
        return sum(self.used.values())

    def memory(self):
        """Megabytes of the largest worker."""
        return max(_resident(pid) for pid in self.workers())

    def stop(self):
        """End it."""
        self.process.terminate()
        self.process.wait(20)


def _postgres():
    """The ids of PostgreSQL's processes that answer the portal; its own housekeeping comes and goes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return [pid for (pid,) in cursor.fetchall()]


def _cpu(pid):
    # All of these have one thread. Nanoseconds, where /proc/…/stat has hundredths of a second.
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    return 0.0


def _resident(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
