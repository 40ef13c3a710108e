"""The portal as in production, without TLS, and a plain view to compare with."""

from portal.settings import env
from portal.settings.base import *

SECRET_KEY = "bench-bench-bench-bench-bench-bench-bench-bench-bench"
FIELD_ENCRYPTION_KEYS = ["ZGV2ZWxvcG1lbnQtb25seS1rZXktMDEyMzQ1Njc4OTA="]
ALLOWED_HOSTS = ["localhost"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ROOT_URLCONF = "tests.bench.urls"
# Counts the queries of the requests that ask for it.
MIDDLEWARE = ["tests.bench.urls.CountingMiddleware", *MIDDLEWARE]
if env.flag("WITHOUT_KEPT_PAGES"):
    CACHES = {**CACHES, "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
