"""The person who logs in, and the factors that prove who it is."""

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

__all__ = [
    "TOTP_STEP",
    "TOTP_TOLERANCE",
    "RecoveryCode",
    "RecoveryCodeHasher",
    "RecoveryDevice",
    "Throttled",
    "TotpDevice",
    "User",
]
