"""What a mail server answers when a letter could not be handed over (RFC 3464)."""

import email
import email.policy
import re

MAX_BYTES = 2 * 1024 * 1024
MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^<>\s]{3,250}>)", re.IGNORECASE | re.MULTILINE)


def read_bounce(content):
    """Return (Message-ID of the letter that came back, why), or None when it tells of no failure."""
    message = email.message_from_bytes(content[:MAX_BYTES], policy=email.policy.compat32)
    reason, original = "", None
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            reason = reason or _reason(part)
        elif kind in ("message/rfc822", "text/rfc822-headers"):
            original = original or MESSAGE_ID.search(part.as_bytes().partition(b"\n\n")[2])
    if not reason or original is None:
        return None
    return original[1].decode("ascii", "replace"), reason


def _reason(part):
    """Return why, of the first address that the letter did not reach; nothing while it is only delayed."""
    for block in part.get_payload() if part.is_multipart() else []:
        if str(block.get("Action", "")).strip().lower() == "failed":
            told = block.get("Diagnostic-Code") or block.get("Status") or "failed"
            return " ".join(str(told).split())[:200]
    return ""
