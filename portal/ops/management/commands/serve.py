"""`manage.py serve`: the whole portal on one machine, started and stopped as one thing."""

import contextlib
import ctypes
import hashlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Part = namedtuple("Part", "name command")

GRACE = 10  # seconds that the parts have to end by themselves
PR_SET_PDEATHSIG = 1  # prctl(2)


class Command(BaseCommand):
    help = (
        "Migrates, collects static files, seeds an empty database, and serves the portal: "
        "web, background worker and clock, as one process group. Ctrl-C stops all three."
    )

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--web-workers", type=int, default=2)

        parser.add_argument("--prepare", action="store_true", help="Do all but serving.")

    def handle(self, *, host, port, web_workers, prepare, **options):
        os.environ["STATIC_COLLECTED"] = "true"  # for the processes that this one starts
        os.environ.setdefault("SITE_URL", f"http://localhost:{port}")  # links in mails, and the origin of passkeys
        if not prepare:
            self.refuse_taken_port(host, port)
        self.migrate()
        self.collect_static()
        if settings.DEVELOPMENT:
            call_command("seed", stdout=self.stdout, stderr=self.stderr)
        connection.close()
        if not prepare:
            self.serve(host, port, web_workers)

    def serve(self, host, port, web_workers):
        group = Group(
            [
                Part("web", web_command(host, port, web_workers)),
                Part("worker", [sys.executable, "manage.py", "db_worker", "--queue-name", "*"]),
                Part("clock", [sys.executable, "manage.py", "clock"]),
            ],
            say=self.stdout.write,
        )
        sys.exit(group.run(when_up=lambda: self.welcome(host, port), address=(host, port)))

    def refuse_taken_port(self, host, port):
        """Say it before anything is started, and say what to do."""
        with contextlib.closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} on {host} cannot be used ({error.strerror}). Choose another: make run PORT={port + 1}"
                ) from error

    def migrate(self):
        """Migrate only when there is something to do: an idle `migrate` costs seconds."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0, interactive=False)

    def collect_static(self):
        """Collect static files when one of them has changed since the last time."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        now = static_fingerprint()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stdout.write("Collecting static files …")
        # In a process of its own: the settings of this one have already chosen how to find static files.
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
        subprocess.run(collect, check=True)  # noqa: S603 (our own command)
        stamp.write_text(now)

    def welcome(self, host, port):
        shown = "localhost" if host == "127.0.0.1" else host
        address = f"http://{shown}:{port}"
        self.stdout.write(f"\n  Nätverksportalen: {address}/    (English: {address}/en/)\n")
        if settings.DEVELOPMENT:
            self.stdout.write(f"  Log in:           {address}/logga-in/")
            self.stdout.write(f"  Wagtail admin:    {address}/admin/")
            self.stdout.write(f"  Mail that was sent: {address}/utveckling/post/\n")
            self.show_accounts()
        self.stdout.write("  Ctrl-C stops it.\n")
        self.stdout.flush()

    def show_accounts(self):
        printed = io.StringIO()
        call_command("accounts", stdout=printed)
        accounts = json.loads(printed.getvalue())
        self.stdout.write("  Demonstration accounts:")
        wide = max(len(account["email"]) for account in accounts)
        for account in accounts:
            about = ", ".join(filter(None, [*account["roles"], account["organisation"], account["network"]]))
            self.stdout.write(f"    {account['email']:<{wide}}  {account['password']}  {about}")
        self.stdout.write(
            "\n  Second factor: `make codes` prints the six digits of each account as they are right"
            "\n  now; `make accounts` gives the key (totp_secret) for an authenticator app.\n"
        )


def web_command(host, port, workers):
    return [
        *(sys.executable, "-m", "gunicorn", "portal.wsgi:application"),
        *("--bind", f"{host}:{port}"),
        *("--workers", str(workers), "--threads", "4"),
        *("--graceful-timeout", str(GRACE - 2)),
        *("--log-level", "warning", "--no-control-socket"),
    ]


def static_fingerprint():
    """A hash of every static file's path, size and time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Group:
    """Processes that live and die together."""

    def __init__(self, parts, *, say):
        self.parts = parts
        self.say = say
        self.running = {}
        self.asked_to_stop = False

    def run(self, *, when_up, address):
        """Start all, wait, stop all. Gives the exit status: 0 when asked to stop, else 1."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.ask_to_stop)
        try:
            for part in self.parts:
                self.running[part.name] = subprocess.Popen(  # noqa: S603 (our own commands)
                    part.command, preexec_fn=end_with_parent
                )
            greeted = False
            while not self.asked_to_stop:
                for name, process in self.running.items():
                    if process.poll() is not None and not self.asked_to_stop:
                        self.say(f"\nThe {name} has ended (status {process.returncode}); the rest is stopped too.")
                        return 1
                if not greeted and answers(address):
                    greeted = True
                    when_up()
                time.sleep(0.2)
            return 0
        finally:
            self.stop()

    def ask_to_stop(self, _number, _frame):
        self.asked_to_stop = True

    def stop(self):
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + GRACE
        for process in self.running.values():
            try:
                process.wait(max(deadline - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def end_with_parent():
    """In the child: end when the parent does, however it ends (Linux; elsewhere a no-op)."""
    # Ctrl-C goes to the whole foreground group; the parent alone decides who stops and in what order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def answers(address):
    try:
        socket.create_connection(address, timeout=1).close()
    except OSError:
        return False
    return True
