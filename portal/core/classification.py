"""What becomes of each model's rows: whose they are, how long they stay, what a person gets of them.

The words are here, for export and erasure to read; the table itself names every app and stands in portal.ops.
"""

from collections import namedtuple

PERSON, ORGANISATION, NETWORK, PUBLIC, SYSTEM = "person", "organisation", "network", "public", "system"
DELETED, ANONYMISED, KEPT = "deleted", "anonymised", "kept"
OWNERS = {PERSON, ORGANISATION, NETWORK, PUBLIC, SYSTEM}
ERASURES = {DELETED, ANONYMISED, KEPT}

Class = namedtuple("Class", "owner retention export erasure ways", defaults=[("user",)])

_table = {}


def register(table):
    """Take in what is said of models, by their labels."""
    _table.update(table)


def of_erasure(erasure):
    """Return what an erasure does this with, by the model's label; only what leads to a person."""
    return {label: about for label, about in exported().items() if about.erasure == erasure}


def exported():
    """Return what belongs in a person's export of their own data, by the model's label."""
    return {label: about for label, about in _table.items() if about.export}
