"""The directory and its invitations, what an invitation opens, and reading in participants in Wagtail admin."""

from members.organisations.views.confirming import confirm_details, confirm_membership, look_over
from members.organisations.views.directory import (
    choose_network,
    directory,
    end_membership,
    hand_over,
    invite,
    renew_invitation,
    restore_membership,
    withdraw_invitation,
)
from members.organisations.views.members import member, portrait
from members.organisations.views.vouching import vouch
from members.organisations.views.welcome import welcome

__all__ = [
    "choose_network",
    "confirm_details",
    "confirm_membership",
    "directory",
    "end_membership",
    "hand_over",
    "invite",
    "look_over",
    "member",
    "portrait",
    "renew_invitation",
    "restore_membership",
    "vouch",
    "welcome",
    "withdraw_invitation",
]
