"""Migrations have names that say what they do."""

import re

from tests.architecture.project import ROOT, app_configs, hold, python_files, shown


def test_migration_is_named():
    hold(
        [
            shown(path)
            for path in python_files(migrations=True)
            if "migrations" in path.parts
            and path.stem != "__init__"
            and (re.search(r"_auto|_\d{8}_\d{4}", path.stem) or not re.match(r"\d{4}_[a-z]", path.stem))
        ],
        rule="a migration is named for what it does, never auto",
        reason="the list of migrations is the history of the data",
        way_out="makemigrations --name adds_what",
    )


def test_app_with_models_has_migrations():
    hold(
        [
            app.name
            for app in app_configs()
            if list(app.get_models()) and not list((ROOT / app.name.replace(".", "/") / "migrations").glob("0001_*.py"))
        ],
        rule="every app with models has its migrations in the repository",
        reason="without them its tables are made by nobody",
        way_out="makemigrations <app> --name initial",
    )
