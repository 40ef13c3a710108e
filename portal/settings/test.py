"""Settings of the test suite: fast hashing, immediate tasks, mail in memory, no collected static files."""

import tempfile
from pathlib import Path

from portal.settings import env
from portal.settings.base import *

DEVELOPMENT = True
OUTBOX_KEEPS_LINKS = True
VAR_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = "test"  # noqa: S105 (guards nothing)
FIELD_ENCRYPTION_KEYS = ["dGVzdC1vbmx5LWtleS0wMTIzNDU2Nzg5MDEyMzQ1Njc="]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
_SCRATCH = Path(tempfile.gettempdir()) / "portal-tests"
MEDIA_ROOT = _SCRATCH / "media"
PRIVATE_ROOT = _SCRATCH / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# What is merely told fills the reports of failures.
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "WARNING"}}

# A test writes faster than any person.
FORM_MIN_SECONDS = 0

# What the tests' own authenticator signs, whatever the environment says.
OTP_WEBAUTHN_RP_ID = "localhost"
OTP_WEBAUTHN_ALLOWED_ORIGINS = ["http://localhost:8000"]
