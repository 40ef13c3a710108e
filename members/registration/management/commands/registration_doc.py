"""Draw the machine of an application's states into docs/registration.md."""

import re
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from members.registration.enums import TRANSITIONS, ApplicationState

DRAWING = re.compile(r"```mermaid\n.*?```\n", re.S)


def page():
    """Return the page's path."""
    return Path(settings.BASE_DIR) / "docs" / "registration.md"


def drawing():
    """Return the machine as a mermaid drawing, each state with the word that is shown."""
    lines = ["```mermaid", "stateDiagram-v2", "    direction LR"]
    with translation.override("sv"):
        lines += [f"    {state.value}: {state.label}" for state in ApplicationState]
    lines += ["    [*] --> draft"]
    lines += [f"    {state.value} --> {to.value}" for state, targets in TRANSITIONS.items() for to in targets]
    lines += [f"    {state.value} --> [*]" for state, targets in TRANSITIONS.items() if not targets]
    return "\n".join([*lines, "```", ""])


class Command(BaseCommand):
    """`manage.py registration_doc`."""

    help = __doc__

    def handle(self, *args, **options):
        """Write the drawing in the place of the old one."""
        text = page().read_text()
        page().write_text(DRAWING.sub(lambda _match: drawing(), text, count=1))
        self.stdout.write(f"{page()}\n")
