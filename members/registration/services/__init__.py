"""Every write to applications."""

from members.registration.services.applying import DECISION_KIND, RegistrationClosed, apply
from members.registration.services.destinations import OtherOrganisation, destination
from members.registration.services.drafts import (
    StaleStep,
    begin,
    forget_old_drafts,
    keep_decision,
    mail_link,
    new_link,
    renew_link,
    save_step,
    send,
    warn_of_old_drafts,
)
from members.registration.services.invoicing import export_lines, settle
from members.registration.services.own import hand_in_decision, mail_own_link, name_participants, postpone_decision
from members.registration.services.places import (
    NoSeatLeft,
    NotInQueue,
    OfferIsOver,
    end_of_offer,
    expire_offers,
    offer_seat,
    seats_left,
)
from members.registration.services.registrar import (
    LinkIsOver,
    hand_in_by_registrar,
    make_registrar_link,
    withdraw_registrar_link,
)
from members.registration.services.reminding import remind_of_decisions
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
    "LinkIsOver",
    "NoSeatLeft",
    "NotAllowed",
    "NotInQueue",
    "OfferIsOver",
    "OtherOrganisation",
    "RegistrationClosed",
    "StaleStep",
    "answer",
    "answer_offer",
    "apply",
    "ask",
    "assign",
    "begin",
    "can_undo",
    "destination",
    "end_of_offer",
    "expire_offers",
    "export_lines",
    "forget_old_drafts",
    "hand_in_by_registrar",
    "hand_in_decision",
    "keep_decision",
    "mail_link",
    "mail_own_link",
    "make_registrar_link",
    "move",
    "name_participants",
    "new_link",
    "note_call",
    "note_change",
    "offer_seat",
    "postpone_decision",
    "remind_of_decisions",
    "renew_link",
    "save_step",
    "seat_or_wait",
    "seats_left",
    "send",
    "settle",
    "undo",
    "warn_of_old_drafts",
    "withdraw",
    "withdraw_registrar_link",
]
