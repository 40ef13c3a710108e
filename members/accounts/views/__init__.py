"""What people meet on their way in, and the pages about their own account."""

from members.accounts.views.account import account, change_password, confirm
from members.accounts.views.address import approve_email, change_email, confirm_email, undo_email
from members.accounts.views.enrolment import download_codes, enrol, new_codes, recovery_codes
from members.accounts.views.factors import remove_factor, rename_factor
from members.accounts.views.kept import kept
from members.accounts.views.login import locked_out, log_out, login, recovery, second_factor
from members.accounts.views.my_data import erase, my_data
from members.accounts.views.password import new_password, reset_password, reset_sent
from members.accounts.views.portraits import portrait, remove_portrait
from members.accounts.views.refused import refused
from members.accounts.views.resets import start_anew, stop_reset
from members.accounts.views.sessions import end_all_sessions, end_session, forget_device, sessions

__all__ = [
    "erase",
    "account",
    "approve_email",
    "change_email",
    "change_password",
    "confirm",
    "confirm_email",
    "download_codes",
    "end_all_sessions",
    "end_session",
    "enrol",
    "forget_device",
    "kept",
    "refused",
    "locked_out",
    "log_out",
    "login",
    "my_data",
    "new_codes",
    "new_password",
    "portrait",
    "recovery",
    "recovery_codes",
    "remove_factor",
    "remove_portrait",
    "rename_factor",
    "reset_password",
    "reset_sent",
    "second_factor",
    "sessions",
    "start_anew",
    "stop_reset",
    "undo_email",
]
