"""`make bench-security`: whether addresses can be found out, and how far guessing gets; fails when a goal is missed."""

import os
import subprocess
import sys
import tempfile

from tests.bench.run import report


def main():
    """Migrate an empty database, ask and guess, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"VAR_DIR": folder, "LOG_LEVEL": "CRITICAL"}
        own = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=own, check=True)
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.security_settings"
        import django

        django.setup()
        from tests.bench import enumeration, guessing

        return report([*guessing.rows(), *enumeration.rows()])


if __name__ == "__main__":
    sys.exit(main())
