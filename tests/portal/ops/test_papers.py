"""docs/privacy.md and docs/security.md say what the code does, where they state a number or a name."""

import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings

from tests.architecture.project import ROOT

PRIVACY = (ROOT / "docs/privacy.md").read_text()
SECURITY = (ROOT / "docs/security.md").read_text()

KEPT = re.findall(r'^\| [^|]+ \| (\d+) \| `([\w.]+(?:\["[\w.]+"\])?)` \|$', PRIVACY, re.M)
SETTINGS = re.findall(r"^\| [^|]+ \| `([A-Z_]+)` \| ([\d.]+) \|$", SECURITY, re.M)
COMPONENTS = re.findall(r"^\| ([\w-]+) \| [^|]+ \|$", SECURITY.partition("## Components")[2], re.M)[2:]


def value_of(name):
    """The setting, or the constant of a module, in days."""
    table, _bracket, key = name.rstrip('"]').partition('["')
    module, _dot, constant = table.rpartition(".")
    value = getattr(import_module(module), constant) if module else getattr(settings, constant)
    value = value[key] if key else value
    return value if isinstance(value, timedelta) else timedelta(days=value)


def test_papers_hold_what_is_read_from_them():
    assert (len(KEPT), len(SETTINGS)) == (17, 8)
    assert len(COMPONENTS) >= 17


@pytest.mark.parametrize(("days", "name"), KEPT)
def test_privacy_says_how_long(days, name):
    assert value_of(name) == timedelta(days=int(days))


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_security_says_what_is_set(name, value):
    assert float(getattr(settings, name)) == float(value)


def test_settings_named_in_the_papers_exist():
    from portal.settings import production

    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", PRIVACY + SECURITY))
    assert named
    assert {name for name in named if not hasattr(production, name) and not hasattr(settings, name)} == set()


def test_files_named_in_the_papers_exist():
    named = re.findall(r"`((?:portal|members|tests)/[\w./-]+)`", PRIVACY + SECURITY)
    named += [f"docs/{name}" for name in re.findall(r"\]\(([\w-]+\.md)\)", PRIVACY + SECURITY)]
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_is_one_that_the_portal_is_built_on(name):
    assert re.search(rf"^{re.escape(name)}\b", (ROOT / "requirements.in").read_text(), re.M)
