"""What an applicant sees. No account is needed."""

from members.registration.views.applying import apply, networks, receipt
from members.registration.views.drafts import autosave, draft, later, link_sent, renew_link, send, step
from members.registration.views.on_behalf import decline, declined
from members.registration.views.own import own, own_decision, own_names, own_offer, own_withdraw, renew_own_link

__all__ = [
    "apply",
    "autosave",
    "decline",
    "declined",
    "draft",
    "later",
    "link_sent",
    "networks",
    "own",
    "own_decision",
    "own_names",
    "own_offer",
    "own_withdraw",
    "receipt",
    "renew_link",
    "renew_own_link",
    "send",
    "step",
]
