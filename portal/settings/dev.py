"""Development on one's own machine: SQLite, local files, no mail leaves the machine, no debug pages."""

from portal.settings import env
from portal.settings.base import *

DEVELOPMENT = True
OUTBOX_KEEPS_LINKS = True
VAR_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = env.text("SECRET_KEY", "development-only-key-that-guards-nothing-but-demonstration-data")
FIELD_ENCRYPTION_KEYS = env.words("FIELD_ENCRYPTION_KEYS", ["ZGV2ZWxvcG1lbnQtb25seS1rZXktMDEyMzQ1Njc4OTA="])
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", ".localhost"])
DEBUG = env.flag("DEBUG", default=False)
# The outbox itself shows every mail at /utveckling/post/; nothing is handed to a mail server.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# `manage.py serve` collects the static files and serves them as production does; `runserver` finds them as they are.
if not env.flag("STATIC_COLLECTED"):
    WHITENOISE_AUTOREFRESH = True
    WHITENOISE_USE_FINDERS = True
    STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
