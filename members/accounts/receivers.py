"""What every login leaves in its session, whichever door it came through; that somebody has left; pictures' files."""

import time
from functools import partial

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete

from members.accounts import queries, services
from members.accounts.models import Portrait
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


def remove_files(sender, instance, **kwargs):
    """Take a picture's files from the disk when its row is gone for good, whoever deleted it: an erasure does too."""
    for file in (instance.large, instance.small):
        transaction.on_commit(partial(file.storage.delete, file.name))


def connect():
    """Listen; called once, when the app is ready."""
    post_delete.connect(remove_files, sender=Portrait, dispatch_uid="accounts.remove_files")
    user_logged_in.connect(note_device, dispatch_uid="accounts.note_device")
    user_logged_out.connect(note_logout, dispatch_uid="accounts.note_logout")
