"""What every test stands on: a migrated database in no time, no network, the cast, and a login."""

import os
import socket
import time

import pytest
from coverage import Coverage
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import TransactionTestCase
from django.utils import translation
from django_otp import DEVICE_ID_SESSION_KEY, devices_for_user

from portal.core.access import CONFIRMED_KEY
from tests import databases, rendered, replayed

# Playwright's synchronous interface runs an event loop of its own beside the ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_addoption(parser):
    parser.addoption(
        "--whole-suite",
        action="store_true",
        help="The run holds every test: also hold it to what only all of them together can show.",
    )


def pytest_configure(config):
    config.pluginmanager.register(rendered.RenderedTemplates(config))


# The database


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker, worker_id, tmp_path_factory):
    """A copy of the migrated template database, one for each process that runs tests."""
    with django_db_blocker.unblock():
        database = databases.own_copy(worker_id, tmp_path_factory)
        # Flushing after a transactional test would take Wagtail's root page, the groups and the
        # content types along; a fresh copy takes them back.
        before = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = lambda _case: database.restore()
        yield
        TransactionTestCase._fixture_teardown = before
        database.remove()


# Coverage


@pytest.fixture
def unmeasured():
    """What tries every address or every order of things shows little of what is tested, and takes long to measure."""
    measuring = Coverage.current()
    if measuring is None:
        yield
        return
    measuring.stop()
    yield
    measuring.start()


# The language


@pytest.fixture(autouse=True)
def swedish():
    """Each test begins in Swedish: a request for /en/ leaves its language to the thread that answered it."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


# Numbers


@pytest.fixture(autouse=True)
def numbers():
    """Each test's factories count from 9: what is sorted as text by mistake goes wrong at 10, in every run."""
    for kind in replayed.factories():
        kind.reset_sequence(9, force=True)


# People


@pytest.fixture
def world(db):
    """Three networks and the cast; who is who stands in tests/cast.py."""
    from tests import cast

    return cast.build()


@pytest.fixture
def login():
    """`login(client, person)`: log in with a second factor that has been shown; gives the client back."""
    return log_in


@pytest.fixture
def confirmed():
    """`confirmed(client)`: the browser of somebody who has just shown a code; gives the client back."""
    return confirm


def confirm(client):
    """Let the session count as one in which a code was shown a moment ago."""
    session = client.session
    session[CONFIRMED_KEY] = int(time.time())
    session.save()
    return client


def log_in(client, person):
    """Log in with password and second factor; who has no factor stands before that door.

    Writes the session itself, without the signals of a login: the access table logs in some thousands of times.
    """
    session = client.session
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    device = next(devices_for_user(person), None)
    if device is not None:
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


# The network


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """A socket may reach this machine and nothing else."""
    patch = pytest.MonkeyPatch()

    def guard(connect):
        def guarded(self, address):
            if self.family != socket.AF_UNIX and not is_here(address[0]):
                raise RuntimeError(
                    f"A test tried to reach {address[0]}. Tests use no network: what the portal "
                    "would fetch or send belongs behind a setting that the tests point elsewhere."
                )
            return connect(self, address)

        return guarded

    patch.setattr(socket.socket, "connect", guard(socket.socket.connect))
    patch.setattr(socket.socket, "connect_ex", guard(socket.socket.connect_ex))
    yield
    patch.undo()


def is_here(host):
    return host in ("localhost", "::1", "") or str(host).startswith("127.")
