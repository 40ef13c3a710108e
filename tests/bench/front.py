"""nginx before the portal, as docs/nginx.conf has it, and how many readers it serves."""

import getpass
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parents[2] / "docs" / "nginx.conf"
NEEDS = ("nginx", "ab")  # Debian: nginx-light, apache2-utils
REQUESTS, READERS = 20_000, 8


def behind_nginx(server, path):
    """Return how many times the plain view's throughput nginx's cache gives, by the same load; None without nginx."""
    if not all(map(shutil.which, NEEDS)):
        return None
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        _write(Path(folder), server.port, port)
        here = ["-p", folder, "-c", f"{folder}/nginx.conf", "-g", f"daemon off; user {getpass.getuser()};"]
        front = subprocess.Popen(["nginx", *here])
        try:
            _wait(port)
            plain = _rate(server.port, "/plain/", REQUESTS // 10)
            _rate(port, path, 50)
            return _rate(port, path, REQUESTS) / plain
        finally:
            front.terminate()
            front.wait(10)


def _write(folder, portal, port):
    text = CONFIGURATION.read_text()
    for old, new in (
        ("127.0.0.1:8000", f"127.0.0.1:{portal}"),
        ("127.0.0.1:8080", f"127.0.0.1:{port}"),
        ("/run/nginx.pid", f"{folder}/pid"),
        ("/var/cache/nginx/portal", f"{folder}/cache"),
    ):
        assert old in text, f"docs/nginx.conf no longer says {old}"
        text = text.replace(old, new)
    (folder / "nginx.conf").write_text(text)


def _rate(port, path, number):
    """Requests a second, none of which failed."""
    command = ["ab", "-q", "-k", "-l", "-n", str(number), "-c", str(READERS), "-H", "Accept-Encoding: gzip"]
    told = subprocess.run(
        [*command, f"http://localhost:{port}{path}"], check=True, capture_output=True, text=True
    ).stdout
    assert re.search(r"Failed requests:\s+0\b", told), told
    assert "Non-2xx" not in told, told
    return float(re.search(r"Requests per second:\s+([\d.]+)", told).group(1))


def _wait(port):
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("nginx did not start")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
