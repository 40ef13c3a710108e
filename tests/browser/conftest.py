"""The stories in a real browser, against a real portal: `manage.py serve` on a seeded database.

Each process that runs tests has a portal of its own, started once: web, worker and clock, on a copy
of the seeded files. Tests of one process share its data, so a story makes what it needs and counts
nothing that another may have made.

    page        A page of Playwright's whose test fails on an error in the console, a violation of
                the Content-Security-Policy, a request to anywhere else, an answer of 500 or more,
                and on a page that was visited and never given to `looked_over`.
    looked_over `looked_over()` runs axe on the page as it stands: light and dark, 320 and 1280 px
                wide, and no sideways scrolling. Call it on every page and every state. It also keeps
                the HTML as the portal sent it, which `make check-html` reads afterwards.
    log_in      `log_in("amina.sand@lindasa.example")` leaves `page` logged in with its second factor.
    accounts    The demonstration accounts by e-mail address, as `make accounts` prints them.
    no_cookies  `no_cookies()` fails when the browser holds any.
    mail        `mail()` gives the mails that the portal has sent so far, newest first.
    letters     `letters(to="amina@…", saying="Välkommen")` waits for such mails, and gives them.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import seeded, sent
from tests.browser.axe import Axe

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTS_WITHIN = 240  # seconds; a loaded machine is slow to begin with
TIMEOUT = 30_000  # milliseconds, for whatever a story waits for


# The portal


@pytest.fixture(scope="session")
def portal(worker_id, tmp_path_factory):
    """A running portal: its address, folder and environment."""
    folder = tmp_path_factory.mktemp("portal") / worker_id
    shutil.copytree(seeded.template(), folder)
    running = Portal(folder)
    running.start()
    yield running
    running.stop()


class Portal:
    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.environment = seeded.environment(folder)
        self.log = folder / "log.txt"
        self.read = 0

    def manage(self, *arguments):
        """The output of a management command, run beside the portal."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    def start(self):
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.address, timeout=5).close()
            except OSError:
                time.sleep(0.2)
            else:
                return
        self.stop()
        pytest.exit(f"The portal did not start:\n{self.log.read_text()}", returncode=1)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)

    def new_errors(self):
        """What the log tells of errors since this was last asked."""
        text = self.log.read_text()
        fresh, self.read = text[self.read :], len(text)
        return fresh if re.search(r"Traceback \(most recent|\bERROR\b|\bCRITICAL\b", fresh) else ""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def base_url(portal):
    return portal.address


@pytest.fixture(scope="session")
def accounts(portal):
    return {account["email"]: account for account in json.loads(portal.manage("accounts"))}


# The browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.exit("Chromium is missing. On Debian: apt-get install chromium", returncode=1)
    return browser_type_launch_args | {"executable_path": chromium, "args": CHROMIUM}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {
        "locale": "sv-SE",
        "timezone_id": "Europe/Stockholm",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def watch(portal):
    """What went wrong on the page, told at the end of the test."""
    return Watch(portal)


class Watch:
    # What a story provokes on purpose shows as an error in the console: the status it asked for.
    EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")

    def __init__(self, portal):
        self.portal = portal
        self.problems = []
        self.visited = {}
        self.looked_over = set()
        self.document = None

    def over(self, page):
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)
        page.on("framenavigated", self.navigated)
        page.expose_binding("reportViolation", lambda _source, told: self.problems.append(told))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => reportViolation("
            "`CSP: ${event.effectiveDirective} ${event.blockedURI} on ${event.documentURI}`))"
        )

    def console(self, message):
        if message.type == "error" and not self.EXPECTED.search(message.text):
            self.problems.append(f"console: {message.text} ({message.location.get('url')})")

    def request(self, request):
        url = urlsplit(request.url)
        if url.scheme in ("data", "blob", "about"):
            return
        if f"{url.scheme}://{url.netloc}" != self.portal.address:
            self.problems.append(f"request to elsewhere: {request.url}")

    def response(self, response):
        if response.request.is_navigation_request() and response.frame.parent_frame is None:
            self.document = response
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")

    def navigated(self, frame):
        path = urlsplit(frame.url).path
        # The look of Wagtail's own admin is Wagtail's.
        is_ours = frame.url.startswith(self.portal.address) and not path.startswith("/admin/")
        if frame.parent_frame is None and is_ours:
            self.visited.setdefault(path, frame.url)

    def tell(self):
        told = list(self.problems)
        told += [f"visited, but never looked over: {path}" for path in self.visited if path not in self.looked_over]
        if errors := self.portal.new_errors():
            told.append(f"the portal's log: {errors}")
        return told


@pytest.fixture
def page(page, watch):
    watch.over(page)
    page.set_default_timeout(TIMEOUT)
    yield page
    told = watch.tell()
    assert not told, "\n".join(["What the browser noticed:", *told])


@pytest.fixture
def looked_over(page, watch):
    axe = Axe()

    def look():
        problems = axe.run(page)
        sent.keep(watch.document)
        watch.looked_over.add(urlsplit(page.url).path)
        assert not problems, "\n".join([f"On {page.url}:", *problems])

    return look


@pytest.fixture
def no_cookies(page):
    def check():
        names = [cookie["name"] for cookie in page.context.cookies()]
        assert names == [], f"A reader got cookies on {page.url}: {names}"

    return check


# People


@pytest.fixture(scope="session")
def sessions():
    """{e-mail: cookies}: each person logs in once, unless a story logged them out."""
    return {}


@pytest.fixture(scope="session")
def codes():
    """{e-mail: the code last given}: a code counts once."""
    return {}


@pytest.fixture
def log_in(page, watch, accounts, sessions, codes):
    from portal.ops.codes import code

    def log_in(email):
        account, before = accounts[email], set(watch.visited)
        # What a login page asks for by itself answers with a session of its own.
        page.wait_for_load_state("networkidle")
        page.context.clear_cookies()
        if email in sessions:
            page.context.add_cookies(sessions[email])
            if page.request.get("/konto/", max_redirects=0).ok:
                return
            page.context.clear_cookies()  # another story logged this person out
        page.goto("/logga-in/")
        page.fill("input[type=email], input[name=email], input[name=username]", account["email"])
        page.fill("input[type=password]", account["password"])
        page.click("main button[type=submit]")
        while code(account["totp_secret"]) == codes.get(email):
            page.wait_for_timeout(500)
        codes[email] = code(account["totp_secret"])
        page.fill("input[autocomplete=one-time-code]", codes[email])
        page.click("main button[type=submit]")
        page.wait_for_url(lambda url: "/logga-in" not in url)
        sessions[email] = page.context.cookies()
        # The way in is looked over by the story about logging in.
        watch.looked_over.update(set(watch.visited) - before)

    return log_in


@pytest.fixture
def mail(portal):
    """The mails that the portal has sent, newest first: {to, subject, text, …}."""

    def mail():
        return seeded.mails(portal)

    return mail


@pytest.fixture
def letters(page, mail):
    """The sent mails to that address with those words, newest first, as soon as there are `number` of them."""

    def letters(to="", saying="", number=1):
        for _try in range(60):
            found = [
                letter for letter in mail()
                if to in letter["to"] and saying in letter["subject"] + letter["text"]
            ]  # fmt: skip
            if len(found) >= number:
                return found
            page.wait_for_timeout(500)
        raise AssertionError(f"No mail came to {to!r} that says {saying!r}.")

    return letters
