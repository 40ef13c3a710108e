"""Every write to organisations, networks, memberships and invitations, and the groups that follow from them."""

from members.accounts.services import LastAdministrator
from members.organisations.services.confirming import confirm_memberships, remind_to_confirm
from members.organisations.services.groups import ensure_groups, find_drift, mend_drift, repair_groups, sync_groups
from members.organisations.services.importing import COLUMNS, MAX_ROWS, ImportRefused, import_people, planned_import
from members.organisations.services.invitations import (
    AccountExists,
    AlreadyTakesPart,
    InvitationIsClosed,
    WrongAccount,
    accept_as_new,
    accept_invitation,
    invite,
    renew_invitation,
    withdraw_invitation,
)
from members.organisations.services.lost_mail import retry_mail
from members.organisations.services.memberships import (
    NoLongerTakesPart,
    TooLateToRestore,
    create_membership,
    end_membership,
    end_sessions_of_ended,
    hand_over,
    restore_membership,
)
from members.organisations.services.register import (
    archive_network,
    delete_organisation,
    end_organisation,
    note_export,
    note_network_change,
    note_organisation_change,
    reopen_network,
)
from members.organisations.services.vouching import vouch, vouch_for_account

__all__ = [
    "vouch",
    "vouch_for_account",
    "COLUMNS",
    "MAX_ROWS",
    "AccountExists",
    "AlreadyTakesPart",
    "ImportRefused",
    "InvitationIsClosed",
    "LastAdministrator",
    "NoLongerTakesPart",
    "TooLateToRestore",
    "WrongAccount",
    "accept_as_new",
    "accept_invitation",
    "archive_network",
    "confirm_memberships",
    "create_membership",
    "delete_organisation",
    "end_membership",
    "end_organisation",
    "end_sessions_of_ended",
    "ensure_groups",
    "find_drift",
    "hand_over",
    "import_people",
    "invite",
    "mend_drift",
    "note_export",
    "note_network_change",
    "note_organisation_change",
    "planned_import",
    "remind_to_confirm",
    "renew_invitation",
    "reopen_network",
    "repair_groups",
    "restore_membership",
    "retry_mail",
    "sync_groups",
    "withdraw_invitation",
]
