"""Each app has one closed set of files, and each file a size that can be read."""

import ast
import re

from tests.architecture.project import (
    ROOT,
    app_configs,
    functions,
    hold,
    python_files,
    shown,
    templates,
    tree,
)

# HOUSE of every app. A name may be a file or a package; nothing else stands in an app's folder.
FILES = {
    "apps", "urls", "views", "feeds", "receivers", "forms", "services", "rules", "emails", "models",
    "querysets", "blocks", "enums", "viewsets", "wagtail_hooks", "search", "queries", "validators",
    "sources", "templatetags", "management", "migrations",
}  # fmt: skip
# The few that one app has for all the others.
OWN_FILES = {
    "members.organisations": {"access"},  # who has which membership, asked by every app
    "members.files": {"registry"},  # who may read which kind of file, told by every app
    "members.notifications": {"registry"},  # the kinds of notification, told by every app
    "members.search": {"registry"},
}
# Shared and running: no app of the house's kind, so no closed set.
FREE = {"portal.core", "portal.ops"}

FILE_LINES, FUNCTION_LINES, VIEW_LINES, TEMPLATE_LINES = 400, 40, 25, 120


def test_app_holds_only_the_files_that_every_app_has():
    broken = []
    for app in app_configs():
        if app.name in FREE:
            continue
        allowed = FILES | OWN_FILES.get(app.name, set()) | {"__init__"}
        folder = ROOT / app.name.replace(".", "/")
        strangers = (path for path in folder.iterdir() if path.stem not in allowed)
        broken += [shown(path) for path in strangers if path.name != "__pycache__"]
    hold(
        broken,
        rule="an app consists of the files that HOUSE names, and of no others",
        reason="who knows one app then knows where to look in all of them",
        way_out="put it where its kind belongs (a write in services, a read model in queries …); a "
        "file that has grown becomes a package of the same name",
    )


def test_app_says_what_it_is_for():
    broken = [
        app.name
        for app in app_configs()
        if len(ast.get_docstring(tree(ROOT / app.name.replace(".", "/") / "__init__.py")) or "") < 80
    ]
    hold(
        broken,
        rule="an app's __init__.py says what it is for, what it is not for, and who may call it",
        reason="it is the first thing a newcomer opens",
        way_out="write the paragraph",
    )


def length(node):
    """The lines of a function from its name on, without its docstring."""
    lines = node.end_lineno - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node):
        lines -= first.end_lineno - first.lineno + 1
    return lines


def is_view(path, node):
    in_views = path.stem == "views" or "views" in path.parts
    return in_views and bool(node.args.args) and node.args.args[0].arg == "request"


def test_python_file_can_be_read_in_one_go():
    counted = {path: len(path.read_text().splitlines()) for path in python_files()}
    hold(
        [f"{shown(path)}: {lines}" for path, lines in counted.items() if lines > FILE_LINES],
        rule=f"a file has at most {FILE_LINES} lines",
        reason="longer ones are searched, not read",
        way_out="make it a package by noun with the same import path",
    )


def test_function_can_be_seen_at_once():
    broken = []
    for path in python_files():
        for node in functions(path):
            limit = VIEW_LINES if is_view(path, node) else FUNCTION_LINES
            if length(node) > limit:
                broken.append(f"{shown(path)}:{node.lineno} {node.name}: {length(node)} > {limit}")
    hold(
        broken,
        rule=f"a function has at most {FUNCTION_LINES} lines, a view {VIEW_LINES}, docstrings apart",
        reason="a view loads, asks, acts and answers; what is longer does something else as well",
        way_out="writes to services, reads to queries, input to forms; name the steps of the rest",
    )


def test_template_can_be_seen_at_once():
    counted = {path: len(path.read_text().splitlines()) for path in templates()}
    hold(
        [f"{shown(path)}: {lines}" for path, lines in counted.items() if lines > TEMPLATE_LINES],
        rule=f"a template has at most {TEMPLATE_LINES} lines",
        reason="markup nests; what does not fit the screen is guessed at",
        way_out="take a part of the page into an include of its own (never one per row of a list)",
    )


def test_services_and_models_know_no_http():
    broken = []
    for path in python_files():
        if not {"services", "querysets", "models"} & {path.stem, *path.parts}:
            continue
        for node in ast.walk(tree(path)):
            names = []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            if any(name.startswith(("django.http", "django.shortcuts")) for name in names):
                broken.append(f"{shown(path)}:{node.lineno}")
    hold(
        broken,
        rule="services, querysets and models import nothing of django.http",
        reason="they are called by commands, tasks and tests too, where there is no request",
        way_out="raise an exception of your own; the view turns it into an answer",
    )


def test_noqa_carries_its_reason():
    broken = []
    for path in python_files():
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"#\s*noqa", line) and not re.search(r"# noqa: [A-Z0-9, ]+ \(\w", line):
                broken.append(f"{shown(path)}:{number}")
    hold(
        broken,
        rule="a noqa names its rule and its reason: # noqa: S608 (the table's name is a constant)",
        reason="an exception nobody can judge is never removed",
        way_out="write why, or mend what the linter found",
    )
