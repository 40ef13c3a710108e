"""What every login leaves in its session, whichever door it came through, and that somebody has left."""

import time

from django.contrib.auth.signals import user_logged_in, user_logged_out

from members.accounts import queries, services
from members.accounts.models.sessions import BEGUN, BROWSER, SYSTEM


def note_device(sender, request, user, **kwargs):
    """Write down when the session began, and with what in plain words: never the address, nor the whole user agent."""
    if request is None or not hasattr(request, "session"):
        return
    browser, system = queries.device_of(request.headers.get("User-Agent", ""))
    request.session.update({BEGUN: int(time.time()), BROWSER: browser, SYSTEM: system})


def note_logout(sender, request, user, **kwargs):
    """Record it, of Wagtail's own way out as of ours."""
    if user is not None and user.is_authenticated:
        services.note_logout(by=user)


def connect():
    """Listen; called once, when the app is ready."""
    user_logged_in.connect(note_device, dispatch_uid="accounts.note_device")
    user_logged_out.connect(note_logout, dispatch_uid="accounts.note_logout")
