"""The person who logs in, and the factors that prove who it is."""

from members.accounts.models.erasure import Erasure
from members.accounts.models.factors import (
    TOTP_STEP,
    TOTP_TOLERANCE,
    RecoveryCode,
    RecoveryCodeHasher,
    RecoveryDevice,
    Throttled,
    TotpDevice,
)
from members.accounts.models.people import User
from members.accounts.models.portraits import Portrait
from members.accounts.models.remembered import LoginPolicy, RememberedDevice
from members.accounts.models.resets import FactorReset
from members.accounts.models.sessions import Session
from members.accounts.models.tries import WINDOW, FailedTries, FailingSender

__all__ = [
    "Erasure",
    "FailedTries",
    "FailingSender",
    "FactorReset",
    "LoginPolicy",
    "Portrait",
    "RememberedDevice",
    "TOTP_STEP",
    "TOTP_TOLERANCE",
    "WINDOW",
    "RecoveryCode",
    "RecoveryCodeHasher",
    "RecoveryDevice",
    "Session",
    "Throttled",
    "TotpDevice",
    "User",
]
