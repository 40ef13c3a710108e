"""`manage.py serve`: one thing to start, one thing to stop."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.ops.management.commands.serve import Group, Part, answers, static_fingerprint
from tests.architecture.project import ROOT

LISTENS = "import socket, time; s = socket.create_server(('127.0.0.1', {port})); time.sleep(60)"
SLEEPS = "import time; time.sleep(60)"
FAILS = "raise SystemExit(3)"
IGNORES = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def python(source):
    return [sys.executable, "-c", source]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(autouse=True)
def handlers():
    """The group takes over the process's signals; give them back to the test runner."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_group_greets_when_web_answers_and_stops_when_asked():
    port = free_port()
    greeted = []
    parts = [Part("web", python(LISTENS.format(port=port))), Part("worker", python(SLEEPS))]
    group = Group(parts, say=print)

    def up():
        greeted.append(True)
        os.kill(os.getpid(), signal.SIGTERM)

    assert group.run(when_up=up, address=("127.0.0.1", port)) == 0
    assert greeted == [True]
    assert [process.returncode for process in group.running.values()] == [-signal.SIGTERM, -signal.SIGTERM]


def test_group_stops_the_rest_and_says_why_when_one_part_ends():
    said = []
    group = Group([Part("web", python(SLEEPS)), Part("worker", python(FAILS))], say=said.append)

    assert group.run(when_up=lambda: None, address=("127.0.0.1", free_port())) == 1
    assert said == ["\nThe worker has ended (status 3); the rest is stopped too."]
    assert group.running["web"].returncode == -signal.SIGTERM


def test_group_ends_a_part_that_does_not_listen(monkeypatch):
    monkeypatch.setattr("portal.ops.management.commands.serve.GRACE", 1)
    group = Group([Part("worker", python(IGNORES))], say=print)
    threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()

    assert group.run(when_up=lambda: None, address=("127.0.0.1", free_port())) == 0
    assert group.running["worker"].returncode == -signal.SIGKILL


def test_taken_port_is_refused_before_anything_starts():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} .* make run PORT={port + 1}"):
            call_command("serve", port=port)


def test_static_fingerprint_is_the_same_until_a_file_changes(settings, tmp_path):
    style = tmp_path / "style.css"
    style.write_text("a {}")
    settings.STATICFILES_DIRS = [tmp_path]
    first = static_fingerprint()
    assert static_fingerprint() == first
    style.write_text("a { color: red }")
    assert static_fingerprint() != first


@pytest.mark.skipif(connection.vendor != "sqlite", reason="It serves from SQLite, whatever the tests stand on.")
def test_serve_prepares_an_empty_folder_serves_and_leaves_nothing_running(tmp_path):
    """The whole command, as `make run` calls it, twice: the second time nothing is left to prepare."""
    port = free_port()
    outside = {"DATABASE_URL", "MEDIA_ROOT", "PRIVATE_ROOT"}
    environment = {name: value for name, value in os.environ.items() if name not in outside} | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "VAR_DIR": str(tmp_path),
        "PORT": str(port),
    }
    # Measuring coverage would double the minute that migrating and seeding take; the second run is measured.
    unmeasured = {name: value for name, value in environment.items() if name != "COVERAGE_PROCESS_CONFIG"}
    first = run(unmeasured, port)
    assert "Preparing the database" in first
    assert f"http://localhost:{port}/" in first
    assert "Second factor" in first
    second = run(environment, port)
    assert "Preparing the database" not in second
    assert "Collecting static files" not in second
    assert not answers(("127.0.0.1", port))


def run(environment, port):
    """What the command says, from its start until it serves and is asked to stop."""
    command = [sys.executable, "-u", "manage.py", "serve"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    deadline = time.monotonic() + 180
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as response:
                assert response.status == 200
        except OSError:
            time.sleep(0.2)
        else:
            break
    time.sleep(1)  # the greeting follows the first answer
    process.terminate()
    said, _nothing = process.communicate(timeout=30)
    assert process.returncode == 0, said
    return said
