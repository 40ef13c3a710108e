"""How many guesses are looked at before they are stopped, and what that does to the account's owner."""

import contextlib
import datetime
import hashlib
import uuid

import time_machine
from django.contrib.auth.backends import ModelBackend
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from members.accounts import services
from members.accounts.models import RecoveryCode, RecoveryDevice
from members.registration import services as registration
from members.registration.models import Application
from portal.core.fields import encrypt
from portal.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, TotpDeviceFactory, UserFactory
from tests.factories.organisations import NetworkFactory
from tests.factories.registration import OtherApplicationFactory
from tests.together import at_once

QUARTER, WRONG = 15 * 60, "fel"
# The count is what is measured here, not the cost of a guess: enumeration.py has that.
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def rows():
    """Return (what, reached, goal, unit, remark) of each."""
    with override_settings(PASSWORD_HASHERS=FAST):
        return [*_passwords(), *_owner(), *_places(), *_codes(), *_mails(), *_seats()]


def _try(client, email, password=WRONG, **sender):
    """Whether the password opened; those of one account come from one place, unless another is given."""
    sender = {"REMOTE_ADDR": _place_of(email)} | sender
    answer = client.post(reverse("accounts:login"), {"username": email, "password": password}, **sender)
    return answer.status_code == 302


def _place_of(email):
    return ".".join(map(str, [10, *hashlib.sha256(email.encode()).digest()[:3]]))


@contextlib.contextmanager
def looking():
    """Give the list of the passwords that have been looked at: the answer to the last of them says that no more are."""
    seen, before = [], ModelBackend.authenticate

    def counting(self, *args, **kwargs):
        seen.append(kwargs.get("password"))
        return before(self, *args, **kwargs)

    ModelBackend.authenticate = counting
    try:
        yield seen
    finally:
        ModelBackend.authenticate = before


def _passwords():
    kinds = {
        "one browser": lambda email: [_try(Client(), email) for _number in range(40)],
        "many addresses": lambda email: [
            _try(Client(), email, REMOTE_ADDR=f"10.1.{n}.7", HTTP_USER_AGENT=f"Browser {n}") for n in range(40)
        ],
        "spelled otherwise": lambda email: [
            _try(Client(), [email.upper(), email.title(), f" {email} ", email][n % 4]) for n in range(40)
        ],
        "all at once": lambda email: at_once([lambda: [_try(Client(), email) for _number in range(5)]] * 8),
        "the owner logging in between": lambda email: [
            _try(Client(), email, PASSWORD if n % 8 == 5 else WRONG) for n in range(50)
        ],
    }
    rows = []
    for name, guess in kinds.items():
        with looking() as seen:
            guess(UserFactory().email)
        rows.append((f"passwords looked at in 15 minutes: {name}", seen.count(WRONG), 10, "", ""))
    rows.append(("passwords looked at in any 15 minutes of two hours", _any_quarter(UserFactory().email), 10, "", ""))
    return rows


def _any_quarter(email):
    """Two hours of guessing every twenty seconds: the most in any quarter of an hour of them."""
    start, looked_at = timezone.now(), []
    for second in range(0, 2 * 3600, 20):
        with time_machine.travel(start + datetime.timedelta(seconds=second), tick=False):
            with looking() as seen:
                _try(Client(), email)
            looked_at += [second] * len(seen)
    return max(sum(first <= second < first + QUARTER for second in looked_at) for first in looked_at)


def _owner():
    """What a lock-out means for the account's owner: how long, and the way round it."""
    owner, start = UserFactory(), timezone.now()
    for _number in range(12):
        _try(Client(), owner.email)
    refused = not _try(Client(), owner.email, PASSWORD)
    minutes = 0
    while minutes < 60:
        with time_machine.travel(start + datetime.timedelta(minutes=minutes, seconds=5), tick=False):
            if _try(Client(), owner.email, PASSWORD):
                break
        minutes += 1
    besieged = UserFactory()
    for _number in range(12):
        _try(Client(), besieged.email)
    services.set_password(user=besieged, password=f"{PASSWORD} ny", by=besieged)
    is_in = _try(Client(), besieged.email, f"{PASSWORD} ny")
    return [
        ("minutes that a lock-out lasts", minutes, 15, "", "the right password is refused too" if refused else ""),
        ("owner shut out though the password is new by mail", int(not is_in), 0, "", ""),
    ]


def _places():
    """A wrong password at each of many accounts, from one place: how many are looked at, how long a right one waits."""
    start, rows = timezone.now(), []
    for name, place in (
        ("one address", lambda _number: "198.51.100.7"),
        ("one network of IPv6", lambda number: f"2001:db8:1:2::{number:x}"),
    ):
        with looking() as seen:
            for second in range(0, QUARTER, 4):
                with time_machine.travel(start + datetime.timedelta(seconds=second), tick=False):
                    _try(Client(), f"{name}{second}@lindasa.example".replace(" ", ""), REMOTE_ADDR=place(second))
        rows.append((f"passwords looked at in 15 minutes, of 225 accounts: {name}", len(seen), 75, "", ""))
    with looking() as seen:
        at_once([lambda mine=mine: _spray(mine, "198.51.100.8") for mine in range(8)])
    rows.append(("    of 160 accounts: all at once", len(seen), 60, "", ""))
    rows.append(("    seconds that a right password from there waits", _wait("198.51.100.9"), 60, "", ""))
    return rows


def _spray(mine, place, count=20):
    for number in range(count):
        _try(Client(), f"spray{mine}-{number}@lindasa.example", REMOTE_ADDR=place)


def _wait(place):
    owner, start = UserFactory(), timezone.now()
    with time_machine.travel(start, tick=False):
        _spray("wait", place, 80)
    for seconds in range(0, QUARTER, 5):
        with time_machine.travel(start + datetime.timedelta(seconds=seconds), tick=False):
            if _try(Client(), owner.email, PASSWORD, REMOTE_ADDR=place):
                return seconds
    return QUARTER


def _codes():
    rows = []
    for name, route, wrong in (
        ("codes", "accounts:second_factor", "000000"),
        ("recovery codes", "accounts:recovery", "aaaa-aaaa-aaaa-aaaa"),
    ):
        client, device, holder = _half_in()
        guessed = device if name == "codes" else holder
        rows.append((f"{name} looked at in 15 minutes", _guess(client, guessed, reverse(route), wrong), 10, "", ""))
        for _number in range(50):
            guessed.throttle_increment()
        wait = guessed.seconds_to_wait
        rows.append(("    seconds that the owner waits at most", wait, 1024, "", "however many guesses"))
        if name == "codes":
            answer = client.post(reverse("accounts:recovery"), {"code": "bbbb-cccc-dddd-eeee"})
            shut_out = int(answer.status_code != 302)
            rows.append(("    owner shut out though a recovery code is left", shut_out, 0, "", ""))
    return rows


def _half_in():
    """Return a browser after the password, and the person's two factors."""
    owner = UserFactory()
    device, holder = TotpDeviceFactory(user=owner), RecoveryDevice.objects.create(user=owner)
    holder.codes.create(digest=RecoveryCode.digest_of("bbbb-cccc-dddd-eeee"))
    client = Client()
    _try(client, owner.email, PASSWORD)
    return client, device, holder


def _guess(client, factor, path, wrong):
    """Send the wrong code as soon as the wait is over, for a quarter of an hour; return how many were looked at."""
    start, looked_at = timezone.now(), 0
    for second in range(QUARTER):
        with time_machine.travel(start + datetime.timedelta(seconds=second), tick=False):
            if factor.seconds_to_wait:
                continue
            before = factor.throttling_failure_count
            client.post(path, {"code": wrong})
            factor.refresh_from_db()
            looked_at += factor.throttling_failure_count > before
    return looked_at


def _mails():
    owner, start = UserFactory(), timezone.now()
    for second in range(0, 3600, 20):
        with time_machine.travel(start + datetime.timedelta(seconds=second), tick=False):
            Client().post(reverse("accounts:reset_password"), {"email": owner.email})
            services.send_password_reset.func(sealed=encrypt(owner.email))
    return [
        (
            "mails an hour, of asking for a new password",
            OutboxMessage.objects.filter(to=owner.email).count(),
            13,
            "",
            "",
        )
    ]


def _seats():
    network = NetworkFactory(capacity=20)
    by = UserFactory()
    rows = [OtherApplicationFactory(network=network, submission_key=uuid.uuid4()) for _number in range(200)]

    def job(mine):
        for row in mine:
            registration.seat_or_wait(application=row, by=by)

    at_once([lambda mine=rows[number::20]: job(mine) for number in range(20)])
    seated = Application.objects.filter(network=network).seated().count()
    return [("200 at once for 20 seats: away from twenty", abs(seated - 20), 0, "", f"{seated} have a seat")]
