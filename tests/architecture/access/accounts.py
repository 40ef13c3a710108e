"""Who may open the doors and the pages about one's own account."""

import datetime
import re

from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from members.accounts import services
from members.accounts.models import RememberedDevice, Session
from members.accounts.services.addresses import token_of
from portal.core.models import OutboxMessage
from tests.architecture.access import AWAY, DENIED, ENROL, LOGIN, MOVED, REST, row
from tests.factories.accounts import TotpDeviceFactory

HALF_IN = {LOGIN: "anonymous", ENROL: "klara"}
MINE = {200: REST, **HALF_IN}
# A code that was shown long ago: those who are inside are asked for another.
STALE = {MOVED: REST, **HALF_IN}

# Whoever is inside is led on to where they have something to do.
PASSING = {**HALF_IN, AWAY: "eva fredrik", MOVED: REST}


def reset_link(world):
    """Bo's link, whoever opens it."""
    from django.contrib.auth.tokens import default_token_generator

    uid = urlsafe_base64_encode(force_bytes(world.bo.pk))
    return {"uid": uid, "token": default_token_generator.make_token(world.bo)}


def app_of_bo(world):
    return {"kind": "totpdevice", "pk": TotpDeviceFactory(user=world.bo).pk}


def link_of_bo(purpose):
    """What Bo was mailed, whoever opens it: the link itself is the proof."""
    return lambda world: {"token": token_of(purpose, world.bo, "bo.ny@cast.example")}


def session_of_bo(world):
    """Bo's other browser."""
    session = Session(session_key="b" * 64, user=world.bo, expire_date=timezone.now() + datetime.timedelta(hours=1))
    session.save()
    return {"pk": session.pk}


def remembered_of_bo(world):
    """A browser in which Bo is not asked for a code."""
    until = timezone.now() + datetime.timedelta(days=30)
    return {"pk": RememberedDevice.objects.create(user=world.bo, digest="b" * 64, expires_at=until).pk}


def stop_of_bo(world):
    """The link that stops what was begun for Bo, whoever opens it."""
    services.vouch(person=world.bo, by=world.amina, tell=[])
    mail = OutboxMessage.objects.latest("pk")
    return {"token": re.search(r"/stoppa/([^/]+)/", mail.text).group(1)}


ROWS = [
    row("accounts:login", get={ENROL: "klara", 200: REST}),
    row("accounts:second_factor", get=PASSING),
    row("accounts:recovery", get=PASSING),
    row("accounts:kept", get=PASSING),
    row("accounts:reset_password", get={200: REST}),
    row(
        "accounts:reset_password",
        "sent in",
        get={200: REST},
        post={MOVED: REST},
        data={"email": "bo@cast.example"},
    ),
    row("accounts:reset_sent", get={200: REST}),
    row("accounts:new_password", at=reset_link, get={200: REST}),
    row("accounts:new_password", "made up", at=lambda world: {"uid": "MQ", "token": "x-y"}, get={410: REST}),
    row("accounts:log_out", get={405: REST}, post={LOGIN: REST}),
    row("accounts:account", get=MINE),
    row("accounts:confirm", get=MINE),
    row("accounts:portrait", get=MINE),
    row("accounts:remove_portrait", get={405: REST, **HALF_IN}, post={MOVED: REST, **HALF_IN}),
    row("accounts:change_email", get=STALE),
    row("accounts:approve_email", at=link_of_bo("accounts.approve_email"), get={200: REST}, post={200: REST}),
    row("accounts:confirm_email", at=link_of_bo("accounts.confirm_email"), get={200: REST}, post={200: REST}),
    row("accounts:undo_email", at=link_of_bo("accounts.undo_email"), get={200: REST}, post={200: REST}),
    row("accounts:undo_email", "made up", at=lambda world: {"token": "x"}, get={410: REST}),
    row("accounts:change_password", get=STALE),
    row("accounts:my_data", get=STALE),
    row("accounts:erase", get=STALE),
    row("accounts:enrol", get={LOGIN: "anonymous", 200: "klara", MOVED: REST}),
    row("accounts:remove_factor", at=app_of_bo, get=STALE),
    row("accounts:rename_factor", at=app_of_bo, get=STALE),
    row("accounts:recovery_codes", get=STALE, post=PASSING),
    row("accounts:download_codes", get=STALE),
    row("accounts:new_codes", get={405: REST}, post=STALE),
    row("accounts:sessions", get=MINE),
    row("accounts:end_session", at=session_of_bo, get={405: REST}, post={MOVED: "bo", **HALF_IN, 404: REST}),
    row("accounts:end_all_sessions", get={405: REST}, post={LOGIN: REST, ENROL: "klara"}),
    row("accounts:forget_device", at=remembered_of_bo, get={405: REST}, post={MOVED: "bo", **HALF_IN, 404: REST}),
    row("vouch_for_account", at=lambda world: {"pk": world.eva.pk}, get={MOVED: "fredrik", DENIED: REST}),
    row("accounts_policy", get={MOVED: "fredrik", DENIED: REST}),
    row("accounts:start_anew", get={LOGIN: "anonymous", ENROL: REST}),
    row("accounts:stop_reset", at=stop_of_bo, get={200: REST}, post={200: REST}),
    row("accounts:stop_reset", "made up", at=lambda world: {"token": "x"}, get={410: REST}),
    row("wagtailadmin_login", get={AWAY: "david eva fredrik henrik", ENROL: "klara", LOGIN: REST}),
    row("wagtailusers_users:index", get={200: "fredrik", DENIED: REST}),
    row("wagtailusers_users:index_results", get={200: "fredrik", DENIED: REST}),
    row("wagtailusers_users:edit", at=lambda world: {"pk": world.bo.pk}, get={200: "fredrik", DENIED: REST}),
]


def objects(world):
    """Everybody of the cast has an account, and all but one an app."""
    session_of_bo(world)
    remembered_of_bo(world)
