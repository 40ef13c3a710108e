"""What a form that comes along to the login leaves behind, and what in it nobody has filled in."""

import re

from django import forms
from django.urls import get_resolver

from portal.core.access import LEFT_OUT, NOT_FILLED_IN
from tests.architecture.project import ROOTS, hold, shown, templates

OWN = re.compile(r'<(?:input type="hidden"|button\b[^>]*?) name="([a-z_]+)"')
# Of forms that are sent by GET, of the page that gives a form back, and the text of an example that is read in.
OTHERS = {"vy", "ordning", "kept_send", "kept_discard", "source"}
SECRET = re.compile(r"password|one-time-code")


def own_forms():
    """Every form of the project."""
    get_resolver().url_patterns  # noqa: B018 (loads the views, and with them the forms)
    found, waiting = set(), [forms.BaseForm]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        found.update(kind for kind in kinds if kind.__module__.split(".")[0] in ROOTS)
    return found


def test_what_a_forms_own_fields_and_buttons_are_called_is_known():
    named = [(shown(path), name) for path in templates() for name in OWN.findall(path.read_text())]
    named += [
        (kind.__name__, name)
        for kind in own_forms()
        for name, field in getattr(kind, "base_fields", {}).items()
        if isinstance(field.widget, forms.HiddenInput)
    ]
    hold(
        [f"{where}: {name}" for where, name in named if name not in NOT_FILLED_IN | OTHERS],
        rule="portal.core.access.NOT_FILLED_IN names hidden fields and buttons",
        reason="a press on a button is otherwise taken for a form that somebody has filled in, when the session ends",
        way_out="add the name there, or use one that is there",
    )


def test_nothing_secret_is_taken_along_to_the_login():
    secret = [
        (kind.__name__, name)
        for kind in own_forms()
        for name, field in getattr(kind, "base_fields", {}).items()
        if isinstance(field.widget, forms.PasswordInput)
        or SECRET.search(str(field.widget.attrs.get("autocomplete", "")))
    ]
    assert {name for _form, name in secret} >= {"password", "current", "code", "client_secret"}
    hold(
        [f"{where}: {name}" for where, name in secret if name not in LEFT_OUT],
        rule="portal.core.access.LEFT_OUT names every field for a password or a code",
        reason="what comes along to the login stands in a page and in a session",
        way_out="add the name there",
    )
