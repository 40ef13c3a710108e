"""Text that people write with a little markup, made into HTML that is safe to show.

Paragraphs, line breaks, links, lists, quotes, bold and italic, as CommonMark has them; nothing else. Addresses
become links by themselves. What is written is kept as it was; the HTML is made once, when it is saved.
"""

import nh3
from markdown_it import MarkdownIt

TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": set()}
SCHEMES = {"http", "https", "mailto", "tel"}
RULES = [
    "blockquote",
    "emphasis",
    "escape",
    "autolink",
    "link",
    "linkify",
    "list",
    "newline",
    # The two that turn pairs of marks into emphasis and neighbouring texts into one.
    "balance_pairs",
    "fragments_join",
]

_parser = MarkdownIt("zero", {"breaks": True, "linkify": True, "html": False}).enable(RULES)
# Only what begins with https:// is an address by itself: "slut.Vi" is a forgotten space, not a site.
_parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})
# Looking for addresses in one endless word takes the square of its length; no address that anybody follows is so long.
LONGEST_WORD = 2_000
_without_links = MarkdownIt("zero", {"breaks": True, "linkify": False, "html": False}).enable(RULES)


def to_html(source):
    """Return safe HTML for a text with light markup.

    The parser lets no HTML through; what it makes is sanitised all the same, so that a fault in one of the
    two is not a hole.
    """
    parser = _parser if max(map(len, source.split()), default=0) <= LONGEST_WORD else _without_links
    return nh3.clean(
        parser.render(source),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="nofollow noopener",
    )


def quote(source, *, heading):
    """Return the text as a quotation under a heading, to be answered; quotations in it are left out."""
    lines = [line for line in source.splitlines() if not line.lstrip().startswith(">")]
    text = "\n".join(lines).strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in [heading, "", *text.splitlines()])
    return f"{quoted}\n\n"


def escape(text):
    """Return a text, such as a name, in which no mark means anything."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|~&:@" else sign for sign in text)
