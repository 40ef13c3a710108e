"""Read models of applications."""

from members.registration.queries.duplicates import already_there
from members.registration.queries.links import (
    OWN_LINK_SECONDS,
    link_behind,
    may_read_decision,
    person_behind,
    registrar_link_behind,
    registrar_link_of,
)
from members.registration.queries.numbers import numbers

__all__ = [
    "OWN_LINK_SECONDS",
    "already_there",
    "link_behind",
    "may_read_decision",
    "numbers",
    "person_behind",
    "registrar_link_behind",
    "registrar_link_of",
]
