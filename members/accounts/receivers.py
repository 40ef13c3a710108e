"""What every login leaves in its session, whichever door it came through."""

import time

from django.contrib.auth.signals import user_logged_in

from members.accounts import queries
from members.accounts.models.sessions import BEGUN, BROWSER, SYSTEM


def note_device(sender, request, user, **kwargs):
    """Write down when the session began, and with what in plain words: never the address, nor the whole user agent."""
    if request is None or not hasattr(request, "session"):
        return
    browser, system = queries.device_of(request.headers.get("User-Agent", ""))
    request.session.update({BEGUN: int(time.time()), BROWSER: browser, SYSTEM: system})


def connect():
    """Listen; called once, when the app is ready."""
    user_logged_in.connect(note_device, dispatch_uid="accounts.note_device")
