"""Every write to applications."""

from members.registration.services.applying import DECISION_KIND, RegistrationClosed, apply
from members.registration.services.places import (
    NoSeatLeft,
    NotInQueue,
    OfferIsOver,
    end_of_offer,
    expire_offers,
    offer_seat,
    seats_left,
)
from members.registration.services.review import answer, ask, assign, note_call, note_change
from members.registration.services.transitions import (
    HasMovedOn,
    NotAllowed,
    answer_offer,
    can_undo,
    move,
    seat_or_wait,
    undo,
    withdraw,
)

__all__ = [
    "DECISION_KIND",
    "HasMovedOn",
    "NoSeatLeft",
    "NotAllowed",
    "NotInQueue",
    "OfferIsOver",
    "RegistrationClosed",
    "answer",
    "answer_offer",
    "apply",
    "ask",
    "assign",
    "can_undo",
    "end_of_offer",
    "expire_offers",
    "move",
    "note_call",
    "note_change",
    "offer_seat",
    "seat_or_wait",
    "seats_left",
    "undo",
    "withdraw",
]
