"""What becomes of each model's rows: whose they are, how long they stay, what a person gets of them.

One line a model, kept by hand on purpose: a new model makes its author answer four questions.

    owner      whose data it is: PERSON (about one person), ORGANISATION, NETWORK, PUBLIC (content
               of the public site), SYSTEM (the portal's own)
    retention  how long it stays, in plain words
    export     is it part of "Hämta mina uppgifter" (a person's export of their own data)?
    erasure    what erasing a person does to it: DELETED, ANONYMISED (the row stays, the person
               goes), or KEPT (nothing in it tells of a person)
"""

from collections import namedtuple

PERSON, ORGANISATION, NETWORK, PUBLIC, SYSTEM = (
    "person", "organisation", "network", "public", "system",
)  # fmt: skip
DELETED, ANONYMISED, KEPT = "deleted", "anonymised", "kept"
OWNERS = {PERSON, ORGANISATION, NETWORK, PUBLIC, SYSTEM}
ERASURES = {DELETED, ANONYMISED, KEPT}

Class = namedtuple("Class", "owner retention export erasure")

CLASSIFIED = {}
