"""Templates keep the Content-Security-Policy, the languages and the names."""

import re

from tests.architecture.project import hold, shown, templates

COMMENT = re.compile(r"\{#.*?#\}|\{% comment .*?%\}.*?\{% endcomment %\}|<!--.*?-->", re.S)
INLINE = {
    "a style attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.S | re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc\s*=)(?![^>]*application/(ld\+)?json)", re.I),
    "an event attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=\s*[\"']", re.S | re.I),
    "a javascript: address": re.compile(r"javascript:", re.I),
}
ELSEWHERE = re.compile(r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:src|href)=[\"']https?://", re.I)


def pages():
    """Every template that a browser shows; mail programs know only inline styles."""
    return [path for path in templates() if "email" not in path.parts]


def source(path):
    return COMMENT.sub("", path.read_text())


def test_nothing_is_inline():
    hold(
        [
            f"{shown(path)}: {what}"
            for path in pages()
            for what, pattern in INLINE.items()
            if pattern.search(source(path))
        ],
        rule="no inline style, script or event attribute in a page",
        reason="the Content-Security-Policy allows none, so that injected markup does nothing; a nonce "
        "would be replayed by every cached page",
        way_out="a class in static/css, a module in static/js through {% block scripts %}",
    )


def test_nothing_is_fetched_from_elsewhere():
    hold(
        [shown(path) for path in templates() if ELSEWHERE.search(source(path))],
        rule="a page fetches nothing from another site",
        reason="a reader's visit is nobody else's business",
        way_out="put the file in static/, with its licence",
    )
