"""Every write to accounts: passwords, second factors, one's own details."""

from members.accounts.services.addresses import APPROVE as APPROVE_EMAIL
from members.accounts.services.addresses import CONFIRM as CONFIRM_EMAIL
from members.accounts.services.addresses import UNDO as UNDO_EMAIL
from members.accounts.services.addresses import (
    LinkIsOver,
    TooManyChanges,
    approve_email,
    ask_for_email,
    confirm_email,
    send_email_change,
    undo_email,
    user_of_link,
)
from members.accounts.services.administrators import LastAdministrator, keep_an_administrator
from members.accounts.services.details import change_details, confirm_details, create_account, note_export
from members.accounts.services.erasing import RoleToHandOver, ask_for_erasure, cancel_erasure
from members.accounts.services.factors import (
    LastFactor,
    begin_enrolment,
    confirm_enrolment,
    make_recovery_codes,
    note_new_factor,
    remove_factor,
    rename_factor,
)
from members.accounts.services.held import may_hold_form
from members.accounts.services.passwords import (
    TooManyResets,
    ask_for_password_reset,
    send_password_reset,
    set_password,
    user_of_reset,
)
from members.accounts.services.personal_data import export_own_data
from members.accounts.services.portraits import remove_portrait, set_portrait
from members.accounts.services.proving import TooEarly, WrongCode, note_login, note_logout, try_password, verify_code
from members.accounts.services.remembered import (
    REMEMBERED,
    forget_device,
    forget_old_devices,
    recognise_device,
    remember_device,
    set_policy,
)
from members.accounts.services.resets import (
    NothingToStop,
    NotYet,
    forget_old_resets,
    reset_of_link,
    start_anew,
    stop_reset,
    stop_waiting_resets,
    vouch,
)
from members.accounts.services.senders import TooManyFromHere, record_slow_senders, try_login
from members.accounts.services.sessions import end_all_sessions, end_session, forget_sessions
from members.accounts.services.tries import count_failed_try, forget_failed_tries, record_failed_tries

__all__ = [
    "LastAdministrator",
    "keep_an_administrator",
    "RoleToHandOver",
    "ask_for_erasure",
    "cancel_erasure",
    "NotYet",
    "NothingToStop",
    "forget_old_resets",
    "reset_of_link",
    "start_anew",
    "stop_reset",
    "stop_waiting_resets",
    "vouch",
    "REMEMBERED",
    "forget_device",
    "forget_old_devices",
    "recognise_device",
    "remember_device",
    "set_policy",
    "APPROVE_EMAIL",
    "CONFIRM_EMAIL",
    "UNDO_EMAIL",
    "LinkIsOver",
    "TooManyChanges",
    "ask_for_email",
    "ask_for_password_reset",
    "approve_email",
    "confirm_email",
    "send_email_change",
    "undo_email",
    "user_of_link",
    "LastFactor",
    "TooEarly",
    "WrongCode",
    "begin_enrolment",
    "change_details",
    "confirm_details",
    "confirm_enrolment",
    "create_account",
    "end_all_sessions",
    "end_session",
    "forget_sessions",
    "export_own_data",
    "make_recovery_codes",
    "may_hold_form",
    "note_export",
    "note_login",
    "note_logout",
    "note_new_factor",
    "TooManyFromHere",
    "TooManyResets",
    "count_failed_try",
    "forget_failed_tries",
    "record_failed_tries",
    "record_slow_senders",
    "try_login",
    "remove_factor",
    "remove_portrait",
    "rename_factor",
    "send_password_reset",
    "set_password",
    "set_portrait",
    "try_password",
    "user_of_reset",
    "verify_code",
]
