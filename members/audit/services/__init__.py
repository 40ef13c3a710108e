"""Writing the record, sealing it into a chain, verifying it, and removing what has had its time."""

from members.audit.services.chain import GENESIS, Verdict, digest_of, seal, seal_recent, verify, verify_daily
from members.audit.services.recording import record
from members.audit.services.retention import purge

__all__ = [
    "GENESIS",
    "Verdict",
    "digest_of",
    "purge",
    "record",
    "seal",
    "seal_recent",
    "verify",
    "verify_daily",
]
