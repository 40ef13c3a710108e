"""Where the project's code lies, and how a broken rule is told."""

import ast
from functools import cache
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
ROOTS = ("portal", "home", "casestudies", "members")


def app_configs():
    """The project's own apps: home, casestudies, members.*, portal.*."""
    return [app for app in apps.get_app_configs() if app.name.split(".")[0] in ROOTS]


def own_models():
    return [model for app in app_configs() for model in app.get_models()]


def python_files(*, migrations=False):
    return sorted(
        path for root in ROOTS for path in (ROOT / root).rglob("*.py") if migrations or "migrations" not in path.parts
    )


def templates():
    return sorted((ROOT / "templates").rglob("*.html"))


def shown(path):
    return str(path.relative_to(ROOT))


@cache
def tree(path):
    return ast.parse(path.read_text(), str(path))


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def hold(broken, *, rule, reason, way_out):
    """Fail with every place that breaks the rule, why the rule is there, and what to do."""
    broken = sorted(set(broken))
    assert not broken, "\n".join(["", f"Rule: {rule}", f"Reason: {reason}", f"Way out: {way_out}", "", *broken])
