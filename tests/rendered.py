"""Which templates the tests render, and each e-mail in which languages.

Every process that runs tests notes what it renders; with `--whole-suite` the notes of all of them
are added up at the end, and a template that no test rendered fails the run.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.test.signals import template_rendered
from django.utils.translation import get_language

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class RenderedTemplates:
    def __init__(self, config):
        self.config = config
        self.seen = set()

    @pytest.hookimpl
    def pytest_sessionstart(self):
        template_rendered.connect(self.note)

    def note(self, *, template, **_kwargs):
        path = Path(template.origin.name)
        if path.is_relative_to(TEMPLATES):
            self.seen.add((str(path.relative_to(TEMPLATES)), (get_language() or "")[:2]))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        """In the process that distributes: take over what a worker noted."""
        self.seen.update(map(tuple, getattr(node, "workeroutput", {}).get("rendered", ())))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["rendered"] = sorted(self.seen)
            return
        if self.config.getoption("--whole-suite") and self.unseen() and not session.exitstatus:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        if not self.config.getoption("--whole-suite") or not (unseen := self.unseen()):
            return
        terminalreporter.section("Templates that no test rendered", red=True)
        terminalreporter.write_line(
            "Every template is rendered by some test, and every e-mail in both languages: a "
            "template fails silently, on the one page that nobody opened. Write the test that opens "
            "it, or remove the template."
        )
        for line in unseen:
            terminalreporter.write_line(f"  {line}")

    def unseen(self):
        """What is missing, as lines to print."""
        files = {path for path in TEMPLATES.rglob("*") if path.is_file()}
        # Typst's sources are no templates of Django's: tests/home/test_documents.py sets them.
        templates = {str(path.relative_to(TEMPLATES)) for path in files if path.suffix != ".typ"}
        rendered = {name for name, _language in self.seen}
        lines = sorted(templates - rendered)
        for name in sorted(rendered):
            if "/email/" in f"/{name}":
                languages = {language for seen, language in self.seen if seen == name}
                missing = {code for code, _name in settings.LANGUAGES} - languages
                lines += [f"{name}, in {language}" for language in sorted(missing)]
        return lines
