"""Signs that nobody sees and that files choke on: what is pasted from other programs may hold them."""

import re

# Control characters, which neither XML, and so no feed and no Word file, nor a typeset page may hold; half a pair of
# surrogates; and what turns the direction of the text around it, by which a name can pass for another.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text):
    """Return the text without what cannot be printed; a break made with another sign becomes a space."""
    return UNSEEN.sub("", text.replace("\x0b", " ").replace("\x0c", " "))


def all_printable(data):
    """Return the same of data that will be JSON: every text in its lists and dicts."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: all_printable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [all_printable(value) for value in data]
    return data
