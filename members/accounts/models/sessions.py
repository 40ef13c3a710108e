"""Sessions: what a browser is logged in by, kept so that its owner can see them and end each of them.

This module is the setting SESSION_ENGINE too. Django's own table knows neither whose a session is nor when it was used,
and holds the very key that the browser shows; here the row carries the first two and a digest of the third. Ending a
session is deleting its row: no request asks the database more than it did.
"""

import datetime
import hashlib

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.accounts.querysets import OwnQuerySet

BEGUN, BROWSER, SYSTEM = "begun_at", "browser", "system"  # what the login writes into the session
NOTED_EVERY = datetime.timedelta(minutes=5)  # how exact "last used" is: one write in each at most


class Session(AbstractBaseSession):
    """One browser that is logged in; a visitor's session before the login has no user."""

    session_key = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of what the browser shows.")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="sessions")
    browser = models.CharField(max_length=40, blank=True)
    system = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(default=timezone.now)

    objects = BaseSessionManager.from_queryset(OwnQuerySet)()

    class Meta:
        verbose_name = _("inloggning")
        verbose_name_plural = _("inloggningar")

    def __str__(self):
        return self.session_key[:8]

    @classmethod
    def get_session_store_class(cls):
        """Return the store that keeps such rows."""
        return SessionStore


def digest_of(key):
    """Return what is stored of a session's key: it is random and long, so one round is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


class SessionStore(DatabaseStore):
    """Django's sessions in the database, known by the digest of their key. Synchronous, as the portal is."""

    @classmethod
    def get_model_class(cls):
        """Return the table."""
        return Session

    def _get_session_from_db(self):
        now = timezone.now()
        row = Session.objects.filter(session_key=digest_of(self.session_key), expire_date__gt=now).first()
        if row is None:
            self._session_key = None
        elif now - row.last_used_at > NOTED_EVERY:
            Session.objects.filter(pk=row.pk).update(last_used_at=now)
        return row

    def exists(self, session_key):
        """Whether a session has this key."""
        return super().exists(digest_of(session_key))

    def create_model_instance(self, data):
        """Return the row as it is to be saved."""
        row = super().create_model_instance(data)
        row.session_key = digest_of(row.session_key)
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.browser, row.system = data.get(BROWSER, ""), data.get(SYSTEM, "")
        if BEGUN in data:
            row.begun_at = datetime.datetime.fromtimestamp(data[BEGUN], datetime.UTC)
        return row

    def delete(self, session_key=None):
        """End the session."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(session_key=digest_of(key)).delete()
