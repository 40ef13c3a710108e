"""The six digits of each demonstration account, from the JSON list that `manage.py accounts` prints."""

import base64
import json
import sys

from django_otp.oath import totp


def code(secret):
    """The digits that an authenticator app would show now for that key (base 32)."""
    padded = secret + "=" * (-len(secret) % 8)
    return f"{totp(base64.b32decode(padded, casefold=True)):06d}"


def lines(accounts):
    for account in accounts:
        secret = account["totp_secret"]
        yield f"{code(secret) if secret else '  --  '}  {account['email']}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(json.load(sys.stdin))) + "\n")
