"""The portal as in production, asked by many readers from one process: each has an address of their own."""

from tests.bench.settings import *

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
# Background work waits for a worker, as it does in production: what a task costs is no part of an answer.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
PROXY_COUNT = 1
FORM_MIN_SECONDS = 0
ROOT_URLCONF = "portal.urls"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING = {**LOGGING, "loggers": {"axes": {"level": "CRITICAL"}, "django.request": {"level": "CRITICAL"}}}
