"""What an applicant sees. No account is needed."""

from members.registration.views.applying import apply, networks, receipt
from members.registration.views.drafts import autosave, draft, later, link_sent, renew_link, send, step
from members.registration.views.on_behalf import decline, declined
from members.registration.views.own import (
    own,
    own_decision,
    own_invoice,
    own_names,
    own_offer,
    own_postpone,
    own_withdraw,
    renew_own_link,
)
from members.registration.views.registrar import draft_registrar, own_registrar, registrar, registrar_receipt

__all__ = [
    "apply",
    "autosave",
    "decline",
    "declined",
    "draft",
    "draft_registrar",
    "later",
    "link_sent",
    "networks",
    "own",
    "own_decision",
    "own_invoice",
    "own_names",
    "own_offer",
    "own_postpone",
    "own_registrar",
    "own_withdraw",
    "receipt",
    "registrar",
    "registrar_receipt",
    "renew_link",
    "renew_own_link",
    "send",
    "step",
]
