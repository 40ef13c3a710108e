"""`check --deploy` as production runs it: silent when all is set, and loud when something is missing."""

import os
import secrets
import subprocess
import sys

from cryptography.fernet import Fernet

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
    "ALLOWED_HOSTS": "portal.example",
    "SITE_URL": "https://portal.example",
    "DATABASE_URL": "postgresql://portal:secret@db.example/portal",
    "EMAIL_HOST": "mail.example",
}
MUST_BE_MISSED = ("SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "EMAIL_HOST")
# The checks of the database itself would need one; they run with the tests on PostgreSQL.
CHECK = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]


def check(settings):
    environment = {name: value for name, value in os.environ.items() if name not in COMPLETE} | settings
    return subprocess.run(CHECK, check=False, env=environment, capture_output=True, text=True)


def main():
    complete = check(COMPLETE)
    if complete.returncode:
        print(complete.stdout + complete.stderr)
        return 1
    empty = check({"DJANGO_SETTINGS_MODULE": COMPLETE["DJANGO_SETTINGS_MODULE"]})
    said = empty.stdout + empty.stderr
    silent = [name for name in MUST_BE_MISSED if name not in said]
    if "Traceback" in said or silent or not empty.returncode:
        print(said)
        print(f"With nothing set, production must name what is missing, without a traceback. Not named: {silent}")
        return 1
    print("Production: complete settings pass, missing ones are named.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
