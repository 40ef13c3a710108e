"""`manage.py permissions_doc`: docs/permissions.md, written from the rules themselves."""

import inspect
import re
from itertools import groupby

import rules.permissions
from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError

HEAD = """# Who may do what

Written by `make fix` from the `rules.py` of every app; `make check` fails when it is stale. Change the
rules, never this page. `|` is or, `&` is and, `~` is not; what each word means stands at the end.

To see a thing is always `<app>.view_<thing>`: who has it finds the thing in lists, search, feeds and mail,
and everybody else gets 404. Who sees a thing but may not do what they ask for gets 403.
"""
# (a & b) & c reads as a & b & c.
NEEDLESS = [
    (re.compile(r"\(([^()|]*)\) &"), r"\1 &"),
    (re.compile(r"(?<![&] )\(([^()&]*)\) \|"), r"\1 |"),
]
WORD = re.compile(r"[a-z_]\w*")


class Command(BaseCommand):
    help = "Writes docs/permissions.md from the rules; with --check, fails when the page is stale."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check, **options):
        path = settings.BASE_DIR / "docs" / "permissions.md"
        fresh = page()
        if check:
            if not path.exists() or path.read_text() != fresh:
                raise CommandError("docs/permissions.md is not what the rules say. `make fix` writes it.")
            return
        path.parent.mkdir(exist_ok=True)
        path.write_text(fresh)


def page():
    """The whole page, in Markdown."""
    table = sorted(rules.permissions.permissions.items())
    parts = [HEAD]
    words = {}
    for label, entries in groupby(table, key=lambda entry: entry[0].split(".")[0]):
        parts.append(f"\n## {apps.get_app_config(label).name}\n\n| permission | who |\n| --- | --- |\n")
        for name, predicate in entries:
            parts.append(f"| `{name.split('.')[1]}` | {expression(predicate)} |\n")
            words |= meanings(predicate)
    parts.append("\n## The words\n\n| word | meaning |\n| --- | --- |\n")
    parts += [f"| {word} | {meaning} |\n" for word, meaning in sorted(words.items())]
    return "".join(parts)


def expression(predicate):
    """The predicate as it reads in rules.py, each word in code, the bars kept from splitting the table."""
    text = predicate.name[1:-1] if balanced(predicate.name) else predicate.name
    before = None
    while before != text:
        before = text
        for pattern, plain in NEEDLESS:
            text = pattern.sub(plain, text)
    return WORD.sub(lambda word: f"`{word[0]}`", text).replace("|", "\\|")


def balanced(text):
    """Whether the first parenthesis is closed by the very last character."""
    depth = 0
    for index, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            return index == len(text) - 1 and text[0] == "("
    return False


def meanings(predicate):
    """{word: the first line of its docstring} for every predicate that this one is made of."""
    found, seen = {}, [predicate]
    while seen:
        part = seen.pop()
        inner = [] if part.fn is None else [cell.cell_contents for cell in part.fn.__closure__ or ()]
        deeper = [cell for cell in inner if isinstance(cell, rules.Predicate)]
        deeper += [one for cell in inner if isinstance(cell, tuple) for one in cell if isinstance(one, rules.Predicate)]
        if deeper:
            seen += deeper
        else:
            found[f"`{part.name}`"] = (inspect.getdoc(part.fn) or "").split("\n")[0]
    return found
