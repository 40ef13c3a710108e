"""What a first visit weighs, compressed as it is sent: styles, scripts, and all of the first page but its pictures."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import InvitationPageFactory
from tests.factories.organisations import NetworkFactory

STYLES, SCRIPTS, WHOLE, REQUESTS = 30_000, 15_000, 100_000, 8
LINKED = re.compile(r'<(?:link|script|use)\b[^>]*?(?:href|src)="/static/([^"#]+)')
# Of the elements above: what every visitor's browser fetches.
NEEDED = (".css", ".js", ".woff2", "sprite.svg")


@pytest.fixture
def visit(client, site):
    """`visit(path)`: {name of a file: bytes over the wire}, the page itself at the empty name."""
    InvitationPageFactory(parent=site.invitations, network=NetworkFactory(slug="oppen"))
    ExamplePageFactory(parent=site.examples, slug="ett", full=True)

    def visit(path):
        html = client.get(path).content
        names = {name for name in LINKED.findall(html.decode()) if name.endswith(NEEDED)}
        return {"": len(gzip.compress(html))} | {name: _sent(name) for name in names}

    return visit


def _sent(name):
    content = Path(finders.find(name)).read_bytes()
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content))


@pytest.mark.parametrize("path", ["/", "/inbjudan/oppen/", "/goda-exempel/", "/goda-exempel/ett/", "/sok/"])
def test_page_keeps_to_its_weight(visit, path):
    files = visit(path)
    assert sum(size for name, size in files.items() if name.endswith(".css")) <= STYLES
    assert sum(size for name, size in files.items() if name.endswith(".js")) <= SCRIPTS
    assert sum(files.values()) <= WHOLE
    # The icons are pictures, for all that they weigh with the rest here.
    assert len([name for name in files if not name.endswith(".svg")]) <= REQUESTS
