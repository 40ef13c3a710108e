"""Whether the time of an answer tells that an address is known, at every door that takes one from a stranger.

Known and unknown are asked in pairs, the order by lot, so that whatever else the machine does slows both alike. What
is told is the median of the pairs' ratios, and Wilcoxon's signed-rank test says whether it may be chance.
"""

import datetime
import math
import random
import statistics
import time

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import F
from django.test import Client
from django.urls import reverse

from home.emails import NEXT_INVITATION
from members.accounts.models import FailingSender, User
from members.accounts.views.doors import CONFIRMED_KEY
from portal.core import subscriptions
from portal.core.guard import new_stamp
from portal.core.models import Subscription
from tests.conftest import log_in
from tests.factories.accounts import PASSWORD, TotpDeviceFactory

PAIRS, WARM, ASKED_EACH = 60, 4, 4
CHANCE = 0.001  # below this a difference is no chance
GOAL = 2  # per cent


def rows():
    """Return (what, reached, goal, unit, remark) of each door."""
    known = _accounts()
    lots = random.Random(7)
    doors = {
        "login, wrong password": _login(),
        "login, account without a password": _login(),
        "login, from where too many wrong ones came": _slowed(),
        "a new password by mail": _reset(),
        "change of one's own address": _change(known),
        "subscribing to news": _subscribe(),
    }
    found = []
    for name, ask in doors.items():
        addresses = known
        if "without" in name:
            addresses = _accounts("invited", make_password(None))
        if "subscribing" in name:
            addresses = _subscribers()
        found.append(_row(name, _pairs(ask, addresses, lots)))
    return found


def _pairs(ask, addresses, lots):
    """Return the seconds of (known, unknown), pair by pair."""
    pairs = []
    for number, address in enumerate(addresses):
        asked = [("known", address), ("unknown", f"nobody{lots.getrandbits(60)}@lindasa.example")]
        lots.shuffle(asked)
        seconds = {kind: ask(email, number) for kind, email in asked}
        if number >= WARM:
            pairs.append((seconds["known"], seconds["unknown"]))
    return pairs


def _row(name, pairs):
    chance = signed_rank([math.log(known / unknown) for known, unknown in pairs])
    percent = 100 * abs(statistics.median(known / unknown for known, unknown in pairs) - 1)
    known, unknown = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    remark = f"known {known:.1f} ms, unknown {unknown:.1f} ms, p = {chance:.3f}"
    return f"told by time: {name}", percent if chance < CHANCE else 0.0, GOAL, " %", remark


def signed_rank(differences):
    """Return how probable such differences are if there is none: Wilcoxon's test, both sides, by the normal curve."""
    ordered = sorted((value for value in differences if value), key=abs)
    count = len(ordered)
    if not count:
        return 1.0
    positive = sum(rank for rank, value in enumerate(ordered, 1) if value > 0)
    mean, deviation = count * (count + 1) / 4, math.sqrt(count * (count + 1) * (2 * count + 1) / 24)
    return math.erfc(max(abs(positive - mean) - 0.5, 0) / deviation / math.sqrt(2))


def _accounts(name="known", password=None):
    """Make accounts, each with the password unless told otherwise; return their addresses."""
    stored = password or make_password(PASSWORD)
    emails = [f"{name}{number}@lindasa.example" for number in range(PAIRS + WARM)]
    User.objects.bulk_create(User(email=email, name="Någon", password=stored) for email in emails)
    return emails


def _subscribers():
    emails = [f"reader{number}@lindasa.example" for number in range(PAIRS + WARM)]
    for email in emails:
        subscriptions.subscribe(topic=_topic(), email=email, language="sv")
    long_ago = subscriptions.timezone.now() - subscriptions.ASK_AGAIN_AFTER * 2
    Subscription.objects.update(asked_at=long_ago, confirmed_at=long_ago)
    return emails


def _topic():
    return subscriptions.topic_named(NEXT_INVITATION)


def _timed(client, path, data, status, address=""):
    """Return the seconds that the answer takes, of a reader with an address of their own unless one is given."""
    sender = {"HTTP_X_FORWARDED_FOR": address or ".".join(str(random.randint(1, 250)) for _part in range(4))}
    began = time.perf_counter()
    response = client.post(path, data, **sender)
    seconds = time.perf_counter() - began
    if response.status_code != status:
        raise SystemExit(f"{path} answered {response.status_code}, not {status}")
    return seconds


def _login():
    path = reverse("accounts:login")
    return lambda email, _number: _timed(Client(), path, {"username": email, "password": "fel lösenord 1"}, 200)


def _slowed():
    path, place = reverse("accounts:login"), "192.0.2.77"
    for number in range(settings.SENDER_FAILURE_LIMIT):
        sent = {"username": f"filler{number}@lindasa.example", "password": "fel"}
        Client().post(path, sent, HTTP_X_FORWARDED_FOR=place)
    # What leaks out in the meantime would let some passwords be looked at, and those cost more.
    FailingSender.objects.update(empty_at=F("empty_at") + datetime.timedelta(hours=1))
    return lambda email, _number: _timed(Client(), path, {"username": email, "password": "fel lösenord 1"}, 429, place)


def _reset():
    return lambda email, _number: _timed(Client(), reverse("accounts:reset_password"), {"email": email}, 302)


def _subscribe():
    path = reverse("subscriptions:subscribe", args=[_topic().name])
    return lambda email, _number: _timed(Client(), path, {"email": email, "stamp": new_stamp()}, 302)


def _change(known):
    """As people who are logged in and have just shown a code; each may ask a few times an hour."""
    people = User.objects.filter(email__in=known).order_by("pk")[: len(known) // (ASKED_EACH // 2)]
    clients = []
    for person in people:
        TotpDeviceFactory(user=person)
        client = log_in(Client(), person)
        session = client.session
        session[CONFIRMED_KEY] = int(time.time())
        session.save()
        clients.append((person.email, client))

    def ask(email, number):
        own, client = clients[number % len(clients)]
        other = known[-1 - number] if email == own else email
        return _timed(client, reverse("accounts:change_email"), {"email": other}, 302)

    return ask
