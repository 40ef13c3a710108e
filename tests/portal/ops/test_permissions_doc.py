"""docs/permissions.md is what the rules say."""

import pytest
import rules
from django.core.management import CommandError, call_command

from portal.ops.management.commands.permissions_doc import expression, meanings


@rules.predicate
def is_here(user):
    """The person is here."""


@rules.predicate
def is_awake(user):
    """The person is awake."""


def test_page_is_written_and_a_stale_one_is_refused(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError):
        call_command("permissions_doc", check=True)
    call_command("permissions_doc")
    call_command("permissions_doc", check=True)
    page = tmp_path / "docs" / "permissions.md"
    assert "| `view_network` | `is_in_network` \\| `is_administrator` |" in page.read_text()
    page.write_text(page.read_text() + "by hand")
    with pytest.raises(CommandError):
        call_command("permissions_doc", check=True)


def test_expression_reads_as_in_the_rules():
    assert expression(is_here) == "`is_here`"
    assert expression(is_here & is_awake) == "`is_here` & `is_awake`"
    assert expression(is_here & is_awake & is_here) == "`is_here` & `is_awake` & `is_here`"
    assert expression((is_here | is_awake) & ~is_here) == "(`is_here` \\| `is_awake`) & ~`is_here`"
    assert expression((is_here & is_awake) | (is_here & ~is_awake)) == (
        "(`is_here` & `is_awake`) \\| (`is_here` & ~`is_awake`)"
    )


def test_words_are_explained_by_their_docstrings():
    assert meanings((is_here | is_awake) & ~is_here) == {
        "`is_here`": "The person is here.",
        "`is_awake`": "The person is awake.",
    }
