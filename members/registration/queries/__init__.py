"""Read models of applications."""

from members.registration.queries.duplicates import already_there, others_of
from members.registration.queries.links import (
    OWN_LINK_SECONDS,
    link_behind,
    may_read_decision,
    person_behind,
    registrar_link_behind,
    registrar_link_of,
)
from members.registration.queries.lost_mail import is_to_applicant, lost_mail_of
from members.registration.queries.numbers import numbers
from members.registration.queries.staying import staying, without_place

__all__ = [
    "OWN_LINK_SECONDS",
    "already_there",
    "is_to_applicant",
    "link_behind",
    "lost_mail_of",
    "may_read_decision",
    "numbers",
    "others_of",
    "person_behind",
    "registrar_link_behind",
    "registrar_link_of",
    "staying",
    "without_place",
]
